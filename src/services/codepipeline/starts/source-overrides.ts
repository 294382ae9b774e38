import { type ActionProvider, findProvider } from '../../../actions/action.ts';
import type { SourceOverride } from '../../../engine/orders/start-execution.ts';
import { validation } from '../errors.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';

/**
 * Revisions that a start names must be of kinds their sources know. A key and a version of S3 may be named together, nothing
 * twice.
 */
export function checkOverrides(
  { stages }: PipelineDeclaration,
  overrides: readonly SourceOverride[],
  providers: readonly ActionProvider[],
): void {
  const sources = new Map(stages[0]?.actions.map((action) => [action.name, action]));
  const named = new Set<string>();
  for (const override of overrides) {
    const { actionName, revisionType } = override;
    const action = sources.get(actionName);
    if (action === undefined) throw validation(`The pipeline has no source action '${actionName}'`);
    const kind = `${actionName} ${revisionType}`;
    if (named.has(kind)) throw validation(`A ${revisionType} of source action '${actionName}' is given more than once`);
    named.add(kind);
    checkOverride(action, override, providers);
  }
}

function checkOverride(
  action: ActionDeclaration,
  { revisionType }: SourceOverride,
  providers: readonly ActionProvider[],
): void {
  const known = findProvider(providers, action.actionTypeId)?.revisionTypes ?? [];
  if (!known.includes(revisionType)) {
    throw validation(
      `Source action '${action.name}' with provider ${action.actionTypeId.provider} cannot take a revision of type ${revisionType}`,
    );
  }
  if (revisionType === 'S3_OBJECT_KEY' && action.configuration?.AllowOverrideForS3ObjectKey?.toLowerCase() !== 'true') {
    throw validation(
      `The object key of source action '${action.name}' cannot be overridden: AllowOverrideForS3ObjectKey is not true`,
    );
  }
}
