import type { Application } from '../../store/codedeploy/applications.ts';
import type { ApplicationInfo } from './shapes.ts';

export function applicationView({ id, name, created }: Application): ApplicationInfo {
  return {
    applicationId: id,
    applicationName: name,
    createTime: new Date(created),
    linkedToGitHub: false,
    computePlatform: 'Server',
  };
}
