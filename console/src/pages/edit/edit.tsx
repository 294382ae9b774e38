import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { Failure } from '../../parts/failure.tsx';
import { useSession } from '../../session/session.tsx';
import { useDeclaration } from '../pipeline/use-pipeline.ts';
import { emptyDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { useActionTypes } from './use-action-types.ts';

/** Changes the declaration of a pipeline. */
export function EditPipeline() {
  const { name = '' } = useParams();
  const declaration = useDeclaration(name);
  const types = useActionTypes();
  const broken = declaration.error ?? types.error;
  // What somebody writes outlives what is written about: the pipeline may be deleted meanwhile.
  if (broken !== null && (declaration.data === undefined || types.data === undefined)) {
    const again = () => void Promise.all([declaration.refetch(), types.refetch()]);
    return <Failure what={`The pipeline ${name}`} error={broken} onRetry={again} />;
  }
  if (declaration.data === undefined || types.data === undefined) return <Spinner size="large" />;
  return <Editor before={declaration.data} types={types.data} isNew={false} />;
}

export function NewPipeline() {
  const { account } = useSession();
  const types = useActionTypes();
  if (types.isError && types.data === undefined)
    return <Failure what="The types of actions" error={types.error} onRetry={() => void types.refetch()} />;
  if (types.data === undefined) return <Spinner size="large" />;
  return <Editor before={emptyDraft(account)} types={types.data} isNew />;
}
