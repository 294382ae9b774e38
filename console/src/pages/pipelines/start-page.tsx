import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Copyable } from '../../parts/copyable.tsx';
import { useGo } from '../../parts/use-follow.ts';
import { useSession } from '../../session/session.tsx';

/** What there is to do on a server with no pipelines. */
export function StartPage() {
  const { region, isDefault } = useSession();
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
        words="A repository and a pipeline that a push starts; the README's quick tour has every step."
        commands={[
          'aws codecommit create-repository --repository-name app',
          'aws s3 mb s3://artifacts',
          'aws codepipeline create-pipeline --cli-input-json file://examples/first-pipeline/pipeline.json',
        ]}
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
