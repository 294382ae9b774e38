import type { PipelineVariableDeclaration } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';

/** The variables an execution is started with, and what they are when nobody says; nothing where there are none. */
export function DeclaredVariables({ variables }: { readonly variables: readonly PipelineVariableDeclaration[] }) {
  if (variables.length === 0) return null;
  return (
    <Container header={<Header>Variables</Header>}>
      {variables.map(({ name, defaultValue, description }) => (
        <div key={name} className="anywhere">
          <Box variant="code">{name}</Box>{' '}
          {defaultValue === undefined ? 'must be given' : <Box variant="code">= {defaultValue}</Box>}
          {description !== undefined && <Box color="text-body-secondary">{description}</Box>}
        </div>
      ))}
    </Container>
  );
}
