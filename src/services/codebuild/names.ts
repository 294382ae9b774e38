import { arn, parseArn } from '../../kernel/arn.ts';
import type { ProjectPlace } from '../../store/codebuild/projects.ts';

export function projectArn({ account, region }: ProjectPlace, name: string): string {
  return arn('codebuild', region, account, `project/${name}`);
}

export function buildArn({ account, region }: ProjectPlace, id: string): string {
  return arn('codebuild', region, account, `build/${id}`);
}

/** The name in a project's name or ARN. An ARN of another account or region names nothing here. */
export function projectName(place: ProjectPlace, text: string): string {
  const name = parseArn(text)?.resource.replace(/^project\//, '') ?? text;
  return text === name || text === projectArn(place, name) ? name : text;
}

/** The id in a build's id or ARN. */
export function buildId(place: ProjectPlace, text: string): string {
  const id = parseArn(text)?.resource.replace(/^build\//, '') ?? text;
  return text === id || text === buildArn(place, id) ? id : text;
}

export function batchArn({ account, region }: ProjectPlace, id: string): string {
  return arn('codebuild', region, account, `build-batch/${id}`);
}

/** The id in a batch's id or ARN. */
export function batchId(place: ProjectPlace, text: string): string {
  const id = parseArn(text)?.resource.replace(/^build-batch\//, '') ?? text;
  return text === id || text === batchArn(place, id) ? id : text;
}

/** The part of a build's id that no other build has. */
export function uuidOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

export function encryptionKeyOf({ account, region }: ProjectPlace): string {
  return arn('kms', region, account, 'alias/aws/s3');
}
