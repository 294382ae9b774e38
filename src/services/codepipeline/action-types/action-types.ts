import type { ActionType } from '../../../actions/action.ts';
import type { RegisteredType } from '../../../actions/registered-type.ts';
import { arn } from '../../../kernel/arn.ts';
import { type ActionTypeKey, type ActionTypeRow, findActionType } from '../../../store/codepipeline/action-types.ts';
import type { Reader } from '../../../store/database.ts';
import { actionTypeNotFound } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';

export type TypeName = { readonly [Member in keyof ActionType]: string };

export function keyOf({ account, region }: CodePipelineCall, id: TypeName): ActionTypeKey {
  const { owner, category, provider, version } = id;
  return { account, region, owner, category, provider, version };
}

/** A registered type that was not deleted. */
export async function requireActionType(
  reader: Reader,
  call: CodePipelineCall,
  id: TypeName,
): Promise<ActionTypeRow & { readonly type: RegisteredType }> {
  const row = await findActionType(reader, keyOf(call, id));
  if (row === undefined || row.deleted === 1) throw actionTypeNotFound(id);
  return { ...row, type: JSON.parse(row.declaration) };
}

export function actionTypeArn({ account, region }: CodePipelineCall, id: TypeName): string {
  return arn('codepipeline', region, account, `actiontype:${id.owner}/${id.category}/${id.provider}/${id.version}`);
}

const RESOURCE = /^actiontype:([^/]+)\/([^/]+)\/([^/]+)\/([^/]+)$/;

/** The type that the resource of an ARN names. */
export function typeInArn(resource: string): TypeName | undefined {
  const [, owner, category, provider, version] = RESOURCE.exec(resource) ?? [];
  if (owner === undefined || category === undefined || provider === undefined || version === undefined)
    return undefined;
  return { owner, category, provider, version };
}
