import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { Failure } from '../../parts/failure.tsx';
import { useDeclaration } from '../pipeline/use-pipeline.ts';
import { EMPTY } from './draft.ts';
import { Editor } from './editor.tsx';
import { useActionTypes } from './use-action-types.ts';

/** Changes the declaration of a pipeline. */
export function EditPipeline() {
  const { name = '' } = useParams();
  const declaration = useDeclaration(name);
  const types = useActionTypes();
  const broken = declaration.error ?? types.error;
  if (broken !== null) {
    const again = () => void Promise.all([declaration.refetch(), types.refetch()]);
    return <Failure what={`The pipeline ${name}`} error={broken} onRetry={again} />;
  }
  if (declaration.data === undefined || types.data === undefined) return <Spinner size="large" />;
  return <Editor before={declaration.data} types={types.data} isNew={false} />;
}

export function NewPipeline() {
  const types = useActionTypes();
  if (types.isError)
    return <Failure what="The types of actions" error={types.error} onRetry={() => void types.refetch()} />;
  if (types.data === undefined) return <Spinner size="large" />;
  return <Editor before={EMPTY} types={types.data} isNew />;
}
