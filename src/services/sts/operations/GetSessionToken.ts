import type { Operation } from '../../../kernel/operation.ts';
import { credentialsOf } from '../credentials.ts';
import { noSuchDevice, notFromSession } from '../errors.ts';
import type { StsRooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['GetSessionToken'];

const HALF_A_DAY = 43_200;

/** Temporary keys of the caller itself. Gaps: nobody has an MFA device, so no code of one is right. */
export const GetSessionToken: Operation<Shapes['input'], Shapes['output'], StsRooms> = async (
  { DurationSeconds: seconds = HALF_A_DAY, SerialNumber: device, TokenCode: code },
  { principal, rooms },
) => {
  if (device !== undefined || code !== undefined) throw noSuchDevice();
  const { account, arn, userId, accessKeyId } = principal;
  if (accessKeyId.startsWith('ASIA')) throw notFromSession();
  return { Credentials: credentialsOf(await rooms.credentials.issue({ account, arn, userId, seconds })) };
};
