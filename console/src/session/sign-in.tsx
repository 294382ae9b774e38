import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { checkKey } from '../wire/check-key.ts';
import { describeError } from '../wire/describe-error.ts';
import type { AccessKey } from './key-store.ts';

interface SignInProps {
  readonly region: string;
  readonly reason: string | undefined;
  onSignIn(key: AccessKey): void;
}

/** Asks for an access key, and lets it in once the server has accepted a request signed with it. */
export function SignIn({ region, reason, onSignIn }: SignInProps) {
  const [accessKeyId, setId] = useState('');
  const [secretAccessKey, setSecret] = useState('');
  const [sessionToken, setToken] = useState('');
  const [problem, setProblem] = useState(reason);
  const [busy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    const key = { accessKeyId, secretAccessKey, sessionToken: sessionToken === '' ? undefined : sessionToken };
    setBusy(true);
    try {
      await checkKey(key, region);
      onSignIn(key);
    } catch (error) {
      setProblem(describeError(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Box padding={{ vertical: 'xxxl', horizontal: 'l' }}>
      <main style={{ maxWidth: '32rem', margin: '0 auto' }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Form
            actions={
              <Button variant="primary" formAction="submit" loading={busy}>
                Sign in
              </Button>
            }
          >
            <Container header={<Header variant="h1">Sign in to Velocius</Header>}>
              <SpaceBetween size="l">
                {problem !== undefined && (
                  <Alert type="error" header="You are not signed in">
                    {problem}
                  </Alert>
                )}
                <FormField label="Access key ID" description="Kept for this browser session only">
                  <Input value={accessKeyId} onChange={({ detail }) => setId(detail.value)} autoComplete="username" />
                </FormField>
                <FormField label="Secret access key">
                  <Input
                    type="password"
                    value={secretAccessKey}
                    onChange={({ detail }) => setSecret(detail.value)}
                    autoComplete="current-password"
                  />
                </FormField>
                <FormField label="Session token" description="Only for temporary keys">
                  <Input type="password" value={sessionToken} onChange={({ detail }) => setToken(detail.value)} />
                </FormField>
              </SpaceBetween>
            </Container>
          </Form>
        </form>
      </main>
    </Box>
  );
}
