import { type Model, type OperationModel, shapeOf } from '../../kernel/model.ts';
import type { Address } from '../bucket-address.ts';

/** Finds the operation of a REST request by the model: method, place, words in the query, members that must be there. */
export type FindRoute = (request: RouteRequest) => OperationModel | undefined;

export interface RouteRequest {
  readonly method: string;
  readonly address: Address;
  readonly query: URLSearchParams;
  readonly hasHeader: (name: string) => boolean;
}

type Place = 'service' | 'bucket' | 'object';

interface Route {
  readonly operation: OperationModel;
  readonly place: Place;
  /** Words of the query that name the operation: `versioning`, `list-type=2`. */
  readonly words: ReadonlyMap<string, string | undefined>;
  readonly neededQuery: readonly string[];
  readonly neededHeaders: readonly string[];
  readonly acceptedQuery: ReadonlySet<string>;
}

export function routesOf(model: Model): FindRoute {
  const routes = Object.values(model.operations).map((operation) => routeOf(model, operation));
  const telling = new Set(routes.flatMap(({ words, neededQuery }) => [...bareWords(words), ...neededQuery]));
  return (request) => {
    const matching = routes.filter((route) => matches(route, request, telling));
    return matching.sort((one, other) => precision(other) - precision(one))[0]?.operation;
  };
}

function routeOf(model: Model, operation: OperationModel): Route {
  const [path = '', query = ''] = operation.http.requestUri.split('?');
  const input = operation.input === undefined ? undefined : shapeOf(model, operation.input.shape);
  const members = Object.entries(input?.members ?? {}).map(([name, ref]) => ({
    wire: ref.locationName ?? name,
    location: ref.location,
    required: input?.required?.includes(name) ?? false,
  }));
  const at = (location: string) => members.filter((member) => member.location === location);
  const needed = (location: string) =>
    at(location)
      .filter(({ required }) => required)
      .map(({ wire }) => wire);
  return {
    operation,
    place: placeOf(path),
    words: new Map(query === '' ? [] : query.split('&').map(wordOf)),
    neededQuery: needed('querystring'),
    neededHeaders: needed('header').map((name) => name.toLowerCase()),
    acceptedQuery: new Set(at('querystring').map(({ wire }) => wire)),
  };
}

function placeOf(path: string): Place {
  if (path === '/') return 'service';
  return path === '/{Bucket}' ? 'bucket' : 'object';
}

function wordOf(word: string): [string, string | undefined] {
  const [name = '', value] = word.split('=');
  return [name, value];
}

function bareWords(words: Route['words']): string[] {
  return [...words].filter(([, value]) => value === undefined).map(([name]) => name);
}

/** A word that tells operations apart never falls through to one that ignores it: `DELETE /bucket?acl` deletes no bucket. */
function matches(route: Route, request: RouteRequest, telling: ReadonlySet<string>): boolean {
  const { query } = request;
  return (
    route.operation.http.method === request.method &&
    route.place === placeOfAddress(request.address) &&
    [...route.words].every(([name, value]) => query.has(name) && (value === undefined || query.get(name) === value)) &&
    route.neededQuery.every((name) => query.has(name)) &&
    route.neededHeaders.every(request.hasHeader) &&
    [...query.keys()].every((name) => !telling.has(name) || route.words.has(name) || route.acceptedQuery.has(name))
  );
}

function placeOfAddress({ bucket, key }: Address): Place {
  if (bucket === undefined) return 'service';
  return key === undefined ? 'bucket' : 'object';
}

/** The more a route demands, the more it is meant; of two versions of an operation the one not deprecated. */
function precision({ words, neededQuery, neededHeaders, operation }: Route): number {
  return words.size + neededQuery.length + neededHeaders.length + (operation.deprecated ? 0 : 0.5);
}
