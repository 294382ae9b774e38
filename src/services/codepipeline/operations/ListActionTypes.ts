import { listActionTypes } from '../../../store/codepipeline/action-types.ts';
import { builtInView, registeredView } from '../action-types/action-type-view.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ActionType, ListActionTypesInput, ListActionTypesOutput } from '../shapes.ts';
import { nameIn, tokenOf } from '../views/list-token.ts';

const LIST = 'action-types';
const PAGE = 50;

/** What an action of a pipeline may be: what works on this server, and what was registered in the region. */
export async function ListActionTypes(
  { actionOwnerFilter, regionFilter, nextToken }: ListActionTypesInput,
  call: CodePipelineCall,
): Promise<ListActionTypesOutput> {
  const after = nameIn(LIST, nextToken);
  const { providers, database } = call.rooms;
  const rows = await database.read((reader) => listActionTypes(reader, call.account, regionFilter ?? call.region));
  const types = [
    ...providers.builtIn.map(builtInView),
    ...rows.map(({ declaration }) => registeredView(JSON.parse(declaration))),
  ];
  const wanted = types
    .filter(({ id }) => actionOwnerFilter === undefined || id.owner === actionOwnerFilter)
    .filter((type) => placeOf(type) > after)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const page = wanted.slice(0, PAGE);
  const last = page.at(-1);
  return {
    actionTypes: page,
    nextToken: wanted.length > PAGE && last !== undefined ? tokenOf(LIST, placeOf(last)) : undefined,
  };
}

function placeOf({ id }: ActionType): string {
  return `${id.owner}/${id.category}/${id.provider}/${id.version}`;
}
