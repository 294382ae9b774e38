import { invalidAction } from '../errors.ts';
import type { PipelineDeclaration } from '../shapes.ts';

/** Namespaces that are there without an action having them. */
const RESERVED = new Set(['codepipeline', 'variables']);

/** The namespaces of the actions' variables: each belongs to one action, and is no artifact's name. */
export function checkNamespaces({ stages }: PipelineDeclaration): void {
  const artifacts = new Set(
    stages.flatMap(({ actions }) =>
      actions.flatMap(({ outputArtifacts = [] }) => outputArtifacts.map(({ name }) => name)),
    ),
  );
  const taken = new Set<string>();
  for (const stage of stages) {
    for (const { name, namespace } of stage.actions) {
      if (namespace === undefined) continue;
      const place = `StageName=[${stage.name}], ActionName=[${name}], Namespace=[${namespace}]`;
      if (RESERVED.has(namespace)) throw invalidAction(`The following namespace is reserved.\n${place}`);
      if (artifacts.has(namespace))
        throw invalidAction(
          `Namespaces cannot conflict with artifact names. The following is the name of an artifact.\n${place}`,
        );
      if (taken.has(namespace)) {
        throw invalidAction(
          `Namespaces must be unique across the pipeline definition. The following occur more than once in the pipeline.\n${place}`,
        );
      }
      taken.add(namespace);
    }
  }
}
