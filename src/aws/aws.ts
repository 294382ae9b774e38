import { ServiceError } from '../kernel/service-error.ts';

/**
 * The way to services this server does not have itself: AWS, or whatever speaks its wire. Clients of the AWS SDK are loaded when
 * they are first needed: a server that asks nobody carries none of them.
 */
export interface AwsSettings {
  /** Base URL; undefined: AWS's own addresses. */
  readonly endpoint: string | undefined;
  /** Instead of the region of whoever asks. */
  readonly region: string | undefined;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  /** Bucket there, for files that its services are to read. */
  readonly bucket?: string | undefined;
  /** Milliseconds for which an answer is waited for; 15 seconds by default. */
  readonly patienceMs?: number | undefined;
}

const PATIENCE_MS = 15_000;

/** What a client of the SDK is made with. */
export interface ClientSettings {
  readonly endpoint?: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly maxAttempts: number;
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: true;
    readonly socketTimeout: number;
  };
}

export interface Aws {
  /** Throws ConfigurationError, naming the setting, where the server was given no endpoint. */
  settings(region: string): ClientSettings;
  /** Of the other side. Throws ConfigurationError, naming the setting, where the server was given none. */
  bucket(): string;
}

export function createAws(settings: AwsSettings | undefined): Aws {
  return {
    bucket: () => {
      if (settings?.bucket !== undefined) return settings.bucket;
      throw new ServiceError(
        'ConfigurationError',
        'This server has no bucket at its AWS endpoint: set VELOCIUS_AWS_BUCKET to the name of one',
      );
    },
    settings: (region) => {
      if (settings === undefined) {
        throw new ServiceError(
          'ConfigurationError',
          'This server has no AWS endpoint: set VELOCIUS_AWS_ENDPOINT to the URL of one, or to aws',
        );
      }
      const { endpoint, credentials, patienceMs = PATIENCE_MS } = settings;
      const { sessionToken, ...keys } = credentials;
      return {
        ...(endpoint === undefined ? {} : { endpoint }),
        region: settings.region ?? region,
        credentials: { ...keys, ...(sessionToken === undefined ? {} : { sessionToken }) },
        maxAttempts: 3,
        requestHandler: {
          connectionTimeout: 5_000,
          requestTimeout: patienceMs,
          // Unless it is told to, the SDK only warns, and waits for ever: nobody would see that a time-out has come.
          throwOnRequestTimeout: true,
          socketTimeout: patienceMs,
        },
      };
    },
  };
}
