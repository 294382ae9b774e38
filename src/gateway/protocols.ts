import type { AnyService } from '../kernel/operation.ts';
import { awsJson } from './aws-json.ts';
import { awsQuery } from './aws-query.ts';
import type { LineRooms } from './line.ts';
import { restXml } from './rest-xml/rest-xml.ts';
import { unserved } from './unserved.ts';

export interface ServedServices {
  readonly services: readonly AnyService[];
  readonly s3: AnyService;
  /** Answers that break the model are errors: for tests. */
  readonly strict: boolean;
}

/** In the order in which they are asked. */
export function protocolsOf({ services, s3, strict }: ServedServices): LineRooms['protocols'] {
  return [
    unserved(new Set([...services, s3].flatMap(({ signingNames }) => signingNames))),
    awsJson({ services, strict }),
    awsQuery({ services }),
    restXml({ service: s3, strict }),
  ];
}
