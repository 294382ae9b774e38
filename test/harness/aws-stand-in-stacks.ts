import { Refusal } from './aws-stand-in.ts';

/** CloudFormation as far as stacks go: operations stay under way until a test lets them end. */
export interface StandInStacks {
  /** An answer of the Query protocol to one request. */
  answer(request: URLSearchParams): string;
  find(name: string): StandInStack | undefined;
  /** Puts a stack into a state it has come to before. */
  put(name: string, status: string): void;
  /** The operation under way ends. */
  settle(name: string, status: string, reason?: string): void;
  /** How the next change set ends. */
  nextChangeSet(status: string, reason?: string): void;
  /** Every request, as `Action name`, in order. */
  readonly requests: readonly string[];
}

export interface StandInStack {
  readonly id: string;
  readonly status: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly policy: string | undefined;
  readonly token: string | undefined;
  readonly reason: string | undefined;
}

interface ChangeSet {
  readonly status: string;
  readonly reason: string;
  readonly request: URLSearchParams;
}

/** `read` answers the text that lies at a URL. */
export function standInStacks(read: (url: string) => string | undefined): StandInStacks {
  const stacks = new Map<string, StandInStack>();
  const changeSets = new Map<string, ChangeSet>();
  const requests: string[] = [];
  let made = 0;
  let ending = { status: 'CREATE_COMPLETE', reason: '' };

  const templateIn = (request: URLSearchParams): string | undefined => {
    const [body, url] = [request.get('TemplateBody'), request.get('TemplateURL')];
    if (body !== null && Buffer.byteLength(body) > 51_200) throw new Refusal('ValidationError', 'Template too long');
    if (url === null) return body ?? undefined;
    const text = read(url);
    if (text === undefined) throw new Refusal('ValidationError', `S3 error: ${url} does not exist`);
    return text;
  };
  const require = (name: string): StandInStack => {
    const stack = stacks.get(name);
    if (stack === undefined) throw new Refusal('ValidationError', `Stack with id ${name} does not exist`);
    return stack;
  };
  const begin = (name: string, status: string, request: URLSearchParams, token: string | null) => {
    made += 1;
    const id = stacks.get(name)?.id ?? `arn:aws:cloudformation:eu-west-1:123456789012:stack/${name}/${made}`;
    stacks.set(name, {
      id,
      status,
      template: templateIn(request) ?? stacks.get(name)?.template ?? '',
      parameters: pairsIn(request, 'Parameters', ['ParameterKey', 'ParameterValue']),
      tags: pairsIn(request, 'Tags', ['Key', 'Value']),
      policy: request.get('StackPolicyBody') ?? stacks.get(name)?.policy,
      token: token ?? undefined,
      reason: undefined,
    });
    return id;
  };
  const operations: Readonly<Record<string, (name: string, request: URLSearchParams) => string>> = {
    DescribeStacks: (name) => `<Stacks><member>${stackXml(name, require(name))}</member></Stacks>`,
    DescribeStackEvents: (name) => `<StackEvents>${eventXml(require(name))}</StackEvents>`,
    CreateStack: (name, request) => {
      if (stacks.has(name)) throw new Refusal('AlreadyExistsException', `Stack [${name}] already exists`);
      return `<StackId>${begin(name, 'CREATE_IN_PROGRESS', request, request.get('ClientRequestToken'))}</StackId>`;
    },
    UpdateStack: (name, request) => {
      const stack = require(name);
      const same =
        stack.template === templateIn(request) &&
        JSON.stringify(stack.parameters) ===
          JSON.stringify(pairsIn(request, 'Parameters', ['ParameterKey', 'ParameterValue']));
      if (same) throw new Refusal('ValidationError', 'No updates are to be performed.');
      if (!['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'].includes(stack.status))
        throw new Refusal('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
      return `<StackId>${begin(name, 'UPDATE_IN_PROGRESS', request, request.get('ClientRequestToken'))}</StackId>`;
    },
    DeleteStack: (name, request) => {
      const stack = stacks.get(name);
      const token = request.get('ClientRequestToken') ?? undefined;
      if (stack !== undefined) stacks.set(name, { ...stack, status: 'DELETE_IN_PROGRESS', token });
      return '';
    },
    DeleteChangeSet: (name, request) => {
      require(name);
      changeSets.delete(`${name}/${request.get('ChangeSetName')}`);
      return '';
    },
    CreateChangeSet: (name, request) => {
      if (request.get('ChangeSetType') === 'CREATE' && !stacks.has(name))
        begin(name, 'REVIEW_IN_PROGRESS', new URLSearchParams(), null);
      const { id } = require(name);
      changeSets.set(`${name}/${request.get('ChangeSetName')}`, { ...ending, request });
      ending = { status: 'CREATE_COMPLETE', reason: '' };
      return `<Id>${id}/changes</Id><StackId>${id}</StackId>`;
    },
    DescribeChangeSet: (name, request) => {
      const { status, reason } = changeSetOf(name, request);
      return `<ChangeSetId>c</ChangeSetId><Status>${status}</Status><StatusReason>${reason}</StatusReason><ExecutionStatus>AVAILABLE</ExecutionStatus>`;
    },
    ExecuteChangeSet: (name, request) => {
      const { request: asked } = changeSetOf(name, request);
      const isNew = asked.get('ChangeSetType') === 'CREATE';
      begin(name, isNew ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS', asked, request.get('ClientRequestToken'));
      return '';
    },
  };
  const changeSetOf = (name: string, request: URLSearchParams): ChangeSet => {
    const changeSet = changeSets.get(`${name}/${request.get('ChangeSetName')}`);
    if (changeSet === undefined)
      throw new Refusal('ChangeSetNotFound', `ChangeSet [${request.get('ChangeSetName')}] does not exist`);
    return changeSet;
  };
  return {
    requests,
    answer: (request) => {
      const action = request.get('Action') ?? '';
      const name = request.get('StackName') ?? '';
      const operation = operations[action];
      if (operation === undefined) throw new Refusal('InvalidAction', `Could not find operation ${action}`);
      if (!action.startsWith('Describe')) requests.push(`${action} ${name}`);
      return `<${action}Response><${action}Result>${operation(name, request)}</${action}Result></${action}Response>`;
    },
    find: (name) => stacks.get(name),
    put: (name, status) => {
      begin(name, status, new URLSearchParams(), null);
    },
    settle: (name, status, reason) => {
      if (status === 'DELETE_COMPLETE') stacks.delete(name);
      else stacks.set(name, { ...require(name), status, reason });
    },
    nextChangeSet: (status, reason = '') => {
      ending = { status, reason };
    },
  };
}

/** The output `Seen` tells the parameters. */
function stackXml(name: string, { id, status, parameters }: StandInStack): string {
  const seen = JSON.stringify(parameters).replaceAll('"', '&quot;');
  const output = `<OutputKey>Seen</OutputKey><OutputValue>${seen}</OutputValue>`;
  return `<StackId>${id}</StackId><StackName>${name}</StackName><StackStatus>${status}</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime><Outputs><member>${output}</member></Outputs>`;
}

function eventXml({ id, status, token, reason }: StandInStack): string {
  const about = `<StackId>${id}</StackId><EventId>1</EventId><StackName>s</StackName><Timestamp>2026-01-01T00:00:00Z</Timestamp>`;
  const by = token === undefined ? '' : `<ClientRequestToken>${token}</ClientRequestToken>`;
  const failure =
    reason === undefined
      ? ''
      : `<member>${about}${by}<LogicalResourceId>Bucket</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>${reason}</ResourceStatusReason></member>`;
  return `<member>${about}${by}<ResourceStatus>${status}</ResourceStatus></member>${failure}`;
}

function pairsIn(request: URLSearchParams, list: string, [key, value]: readonly [string, string]) {
  const pairs: [string, string][] = [];
  for (let index = 1; request.has(`${list}.member.${index}.${key}`); index += 1)
    pairs.push([
      request.get(`${list}.member.${index}.${key}`) ?? '',
      request.get(`${list}.member.${index}.${value}`) ?? '',
    ]);
  return Object.fromEntries(pairs);
}
