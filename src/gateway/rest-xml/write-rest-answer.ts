import { Readable } from 'node:stream';
import { type Model, type Shape, type ShapeRef, shapeOf } from '../../kernel/model.ts';
import type { HttpAnswer } from '../http.ts';
import type { Target } from '../target.ts';
import { escapeXml, writeXml } from './write-xml.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Root elements as S3 names them; the model does not know these names. */
const ROOTS: Readonly<Record<string, string>> = {
  CompleteMultipartUpload: 'CompleteMultipartUploadResult',
  CreateMultipartUpload: 'InitiateMultipartUploadResult',
  DeleteObjects: 'DeleteResult',
  GetBucketAccelerateConfiguration: 'AccelerateConfiguration',
  GetBucketAcl: 'AccessControlPolicy',
  GetBucketCors: 'CORSConfiguration',
  GetBucketLifecycleConfiguration: 'LifecycleConfiguration',
  GetBucketLocation: 'LocationConstraint',
  GetBucketLogging: 'BucketLoggingStatus',
  GetBucketNotificationConfiguration: 'NotificationConfiguration',
  GetBucketRequestPayment: 'RequestPaymentConfiguration',
  GetBucketTagging: 'Tagging',
  GetBucketVersioning: 'VersioningConfiguration',
  GetBucketWebsite: 'WebsiteConfiguration',
  GetObjectAcl: 'AccessControlPolicy',
  GetObjectAttributes: 'GetObjectAttributesResponse',
  GetObjectTagging: 'Tagging',
  ListBuckets: 'ListAllMyBucketsResult',
  ListMultipartUploads: 'ListMultipartUploadsResult',
  ListObjectVersions: 'ListVersionsResult',
  ListObjects: 'ListBucketResult',
  ListObjectsV2: 'ListBucketResult',
  ListParts: 'ListPartsResult',
};

type Members = Readonly<Record<string, unknown>>;

/** An output to status, headers and body by the locations of the model. */
export function writeRestAnswer(
  { service, operation }: Target,
  output: Members,
): Omit<HttpAnswer, 'headers'> & {
  readonly headers: Record<string, string>;
} {
  const { model } = service;
  const status = operation.http.responseCode ?? (output.ContentRange === undefined ? 200 : 206);
  if (operation.output === undefined) return { status, headers: {} };
  const shape = shapeOf(model, operation.output.shape);
  const { body, type } = writeBody(model, operation.output, operation.name, output);
  return { status, headers: { ...(type && { 'content-type': type }), ...writeHeaders(model, shape, output) }, body };
}

/** Our own mistake, for tests: an output must not hold what the model does not know. */
export function refuseUnmodelled({ service, operation }: Target, output: Members): void {
  const members = operation.output === undefined ? {} : shapeOf(service.model, operation.output.shape).members;
  for (const name of Object.keys(output)) {
    if (output[name] !== undefined && members?.[name] === undefined) {
      throw new Error(`${operation.name} answers ${name}, which is not in the model`);
    }
  }
}

function writeHeaders(model: Model, shape: Shape, output: Members): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, ref] of Object.entries(shape.members ?? {})) {
    const value = output[name];
    const wire = (ref.locationName ?? name).toLowerCase();
    if (value === undefined) continue;
    if (ref.location === 'header') headers[wire] = headerText(model, ref, value);
    if (ref.location === 'headers') {
      for (const [key, text] of Object.entries(value as Record<string, string>)) headers[wire + key] = encodeText(text);
    }
  }
  return headers;
}

function headerText(model: Model, ref: ShapeRef, value: unknown): string {
  const shape = shapeOf(model, ref.shape);
  if (value instanceof Date) return dateText(value, ref.timestampFormat ?? shape.timestampFormat);
  return encodeText(String(value));
}

function dateText(date: Date, format: string | undefined): string {
  return format === 'iso8601' ? date.toISOString() : date.toUTCString();
}

/** What a header cannot hold is sent as an encoded word of RFC 2047, as S3 does. */
function encodeText(text: string): string {
  return /^[\t\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

interface Body {
  readonly body?: HttpAnswer['body'];
  readonly type?: string;
}

function writeBody(model: Model, outputRef: ShapeRef, operation: string, output: Members): Body {
  const shape = shapeOf(model, outputRef.shape);
  const { payload } = shape;
  const ref = payload === undefined ? undefined : shape.members?.[payload];
  if (payload !== undefined && ref !== undefined) return writePayload(model, ref, output[payload]);
  const inBody = Object.values(shape.members ?? {}).some(({ location }) => location === undefined);
  if (!inBody) return {};
  const root = ROOTS[operation] ?? `${operation}Result`;
  if (operation === 'GetBucketLocation') return document(root, escapeXml(String(output.LocationConstraint ?? '')));
  return document(root, writeXml(model, outputRef, output));
}

function writePayload(model: Model, ref: ShapeRef, value: unknown): Body {
  if (value === undefined) return {};
  if (value instanceof Readable) return { body: value };
  if (typeof value === 'string') return { body: value, type: 'application/json' };
  return document(ref.locationName ?? ref.shape, writeXml(model, ref, value));
}

function document(root: string, content: string): Body {
  return { body: `${XML_HEAD}<${root} xmlns="${NAMESPACE}">${content}</${root}>`, type: 'application/xml' };
}
