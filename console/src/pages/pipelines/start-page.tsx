import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { Copyable } from '../../parts/values/copyable.tsx';
import { useSession } from '../../session/session.tsx';

/** What there is to do on a server with no pipelines. */
export function StartPage() {
  const { account, region, isDefault } = useSession();
  const key = isDefault ? 'test' : '...';
  const go = useGo();
  const endpoint = window.location.origin;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={`There are no pipelines in ${region} yet.`}
        actions={
          <Button variant="primary" onClick={() => go('/new-pipeline')}>
            Create pipeline
          </Button>
        }
      >
        Welcome to Velocius
      </Header>
      <Commands
        title="See a whole delivery first"
        words="In the checkout, with this server stopped: the lab pushes a commit and takes it to a deployed page."
        commands={['npm run lab']}
      />
      <Commands
        title="Point the AWS CLI and SDKs here"
        words={isDefault ? 'In the shell you work in.' : 'In the shell you work in, with your own access key.'}
        commands={[
          `export AWS_ENDPOINT_URL=${endpoint} AWS_DEFAULT_REGION=${region} AWS_ACCESS_KEY_ID=${key} AWS_SECRET_ACCESS_KEY=${key}`,
          'aws sts get-caller-identity',
        ]}
      />
      <Commands
        title="Connect a first repository"
        words="In that shell, at the root of the checkout: a repository, and a pipeline that a push to it starts."
        commands={firstRepository(endpoint, region, account)}
      />
    </SpaceBetween>
  );
}

interface CommandsProps {
  readonly title: string;
  readonly words: string;
  readonly commands: readonly string[];
}

function Commands({ title, words, commands }: CommandsProps) {
  return (
    <Container header={<Header description={words}>{title}</Header>}>
      {commands.map((command) => (
        <Box key={command} variant="code" display="block">
          <Copyable text={command} what="the command" />
        </Box>
      ))}
    </Container>
  );
}

/** The steps of the README's quick tour, for this server. */
function firstRepository(endpoint: string, region: string, account: string): readonly string[] {
  const pushed = {
    source: ['aws.codecommit'],
    resources: [`arn:aws:codecommit:${region}:${account}:app`],
    detail: { referenceType: ['branch'], referenceName: ['main'], event: ['referenceCreated', 'referenceUpdated'] },
  };
  const target = `Id=pipeline,Arn=arn:aws:codepipeline:${region}:${account}:app,RoleArn=arn:aws:iam::${account}:role/events`;
  return [
    'aws codecommit create-repository --repository-name app',
    'aws s3 mb s3://artifacts && aws s3 mb s3://site',
    'aws codebuild create-project --cli-input-json file://examples/first-pipeline/project.json',
    'aws codepipeline create-pipeline --cli-input-json file://examples/first-pipeline/pipeline.json',
    `aws events put-rule --name push-to-app --event-pattern '${JSON.stringify(pushed)}'`,
    `aws events put-targets --rule push-to-app --targets ${target}`,
    `git clone --config credential.helper="!'$PWD/bin/velocius.mjs' git-credential" --config credential.UseHttpPath=true ${endpoint}/v1/repos/app my-app`,
    'cp examples/first-pipeline/app/* my-app && cd my-app',
    'git checkout -B main && git add . && git commit -m "First commit" && git push origin main',
  ];
}
