import { isRecord } from '../../../kernel/record.ts';
import { validation } from '../errors.ts';

/** A repository of GitHub and the token that may write its hooks. */
export interface HookedRepository {
  readonly owner: string;
  readonly repository: string;
  readonly token: string;
}

export interface Hook {
  readonly url: string;
  readonly secret: string | undefined;
}

const TIMEOUT_MS = 10_000;
const PAGE = 100;

/** Hooks of repositories by GitHub's own API. Whatever keeps it from working is told as a ValidationException, in GitHub's words. */
export class GithubHooks {
  readonly #api: string;

  constructor(api: string) {
    this.#api = api.replace(/\/+$/, '');
  }

  /** Writes the hook that delivers pushes to the URL; one that is there for the same URL is written anew. */
  async put(at: HookedRepository, { url, secret }: Hook): Promise<void> {
    const known = await this.#find(at, url);
    const config = { url, content_type: 'json', insecure_ssl: '0', ...(secret === undefined ? {} : { secret }) };
    const hook = { name: 'web', active: true, events: ['push'], config };
    if (known === undefined) await this.#ask(at, 'POST', '', hook);
    else await this.#ask(at, 'PATCH', `/${known}`, hook);
  }

  /** A hook that is not there is removed already. */
  async remove(at: HookedRepository, url: string): Promise<void> {
    const known = await this.#find(at, url);
    if (known !== undefined) await this.#ask(at, 'DELETE', `/${known}`);
  }

  async #find(at: HookedRepository, url: string): Promise<number | undefined> {
    for (let page = 1; ; page += 1) {
      const hooks = await this.#ask(at, 'GET', `?per_page=${PAGE}&page=${page}`);
      if (!Array.isArray(hooks)) throw validation('GitHub did not answer with a list of hooks');
      const known = hooks.find((hook) => isRecord(hook) && isRecord(hook.config) && hook.config.url === url);
      if (known !== undefined) return Number(known.id);
      if (hooks.length < PAGE) return undefined;
    }
  }

  async #ask(at: HookedRepository, method: string, rest: string, body?: object): Promise<unknown> {
    const place = `${encodeURIComponent(at.owner)}/${encodeURIComponent(at.repository)}`;
    const answer = await fetch(`${this.#api}/repos/${place}/hooks${rest}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${at.token}`,
        'user-agent': 'velocius',
        'x-github-api-version': '2022-11-28',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw validation(`GitHub could not be reached at ${this.#api}: ${reasonOf(error)}`);
    });
    const text = await answer.text();
    if (!answer.ok) throw validation(`GitHub refused ${method} of the hook (${answer.status}): ${messageOf(text)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const MAX_MESSAGE = 300;

function messageOf(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (isRecord(answer) && typeof answer.message === 'string') return answer.message.slice(0, MAX_MESSAGE);
  } catch {
    // Not GitHub's JSON: shown as it is.
  }
  return text.slice(0, MAX_MESSAGE);
}
