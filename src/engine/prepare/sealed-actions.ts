import type { Secrets } from '../../secrets/secrets.ts';

/**
 * Values of secret configuration properties are sealed wherever they are stored: in the versions of a pipeline and in what its
 * actions were started with. Which of an action's keys are sealed is kept beside them, for its type may be changed later.
 */
export interface ActionPlace {
  readonly pipelineId: string;
  readonly stage: string;
  readonly action: string;
}

type Configuration = Readonly<Record<string, string>>;

export function sealValues<Values extends Configuration>(
  configuration: Values,
  keys: readonly string[],
  place: ActionPlace,
  { seal }: Secrets,
): Values {
  return convert(configuration, keys, (value, key) => seal(value, placeOf(place, key)));
}

/** Throws WrongSecretKey when they were sealed with another key. */
export function openValues<Values extends Configuration>(
  configuration: Values,
  keys: readonly string[],
  place: ActionPlace,
  { open }: Secrets,
): Values {
  return convert(configuration, keys, (value, key) => open(value, placeOf(place, key)));
}

interface SealedAction {
  readonly name: string;
  readonly configuration?: Configuration | undefined;
  /** Keys of the configuration whose values are sealed. */
  readonly sealed?: readonly string[] | undefined;
}

/** A stored action with its secrets in clear, as it was declared. */
export function openAction<Action extends SealedAction>(
  action: Action,
  pipelineId: string,
  stage: string,
  secrets: Secrets,
): Action {
  const { name, configuration, sealed = [] } = action;
  if (configuration === undefined || sealed.length === 0) return action;
  const place = { pipelineId, stage, action: name };
  return { ...action, configuration: openValues(configuration, sealed, place, secrets), sealed: undefined };
}

function convert<Values extends Configuration>(
  configuration: Values,
  keys: readonly string[],
  deed: (value: string, key: string) => string,
): Values {
  const converted = keys.flatMap((key) => {
    const value = configuration[key];
    return value === undefined ? [] : [[key, deed(value, key)]];
  });
  return { ...configuration, ...Object.fromEntries(converted) };
}

function placeOf({ pipelineId, stage, action }: ActionPlace, key: string): string {
  return `pipeline/${pipelineId}/${stage}/${action}/${key}`;
}
