import { readFileSync } from 'node:fs';

/** The parts of an AWS service model (botocore's format) that the server reads. */
export interface Model {
  readonly metadata: ModelMetadata;
  readonly operations: Readonly<Record<string, OperationModel>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface ModelMetadata {
  readonly apiVersion: string;
  readonly protocol: 'json' | 'query' | 'rest-xml';
  readonly targetPrefix?: string;
  readonly jsonVersion?: string;
  readonly xmlNamespace?: string;
  readonly endpointPrefix: string;
  readonly serviceId: string;
}

export interface OperationModel {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: ShapeRef;
  readonly output?: ShapeRef & { readonly resultWrapper?: string };
  readonly errors?: readonly ShapeRef[];
  readonly deprecated?: boolean;
}

export interface ShapeRef {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring' | 'header' | 'headers' | 'statusCode';
  readonly locationName?: string;
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string };
  readonly xmlAttribute?: boolean;
  readonly flattened?: boolean;
  readonly timestampFormat?: TimestampFormat;
}

export type TimestampFormat = 'iso8601' | 'rfc822' | 'unixTimestamp';

export interface Shape {
  readonly type:
    | 'structure'
    | 'list'
    | 'map'
    | 'string'
    | 'integer'
    | 'long'
    | 'float'
    | 'double'
    | 'boolean'
    | 'timestamp'
    | 'blob';
  readonly members?: Readonly<Record<string, ShapeRef>>;
  readonly required?: readonly string[];
  readonly member?: ShapeRef;
  readonly key?: ShapeRef;
  readonly value?: ShapeRef;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly sensitive?: boolean;
  readonly streaming?: boolean;
  readonly payload?: string;
  readonly flattened?: boolean;
  readonly locationName?: string;
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string };
  readonly timestampFormat?: TimestampFormat;
  readonly exception?: boolean;
  readonly error?: { readonly httpStatusCode?: number; readonly code?: string };
}

const MODELS = new URL('../../models/', import.meta.url);

const loaded = new Map<string, Model>();

/** Reads `models/<name>.json`, AWS's own description of a service: names, shapes, limits, enums, error codes. Once per process. */
export function loadModel(name: string): Model {
  const model: Model = loaded.get(name) ?? JSON.parse(readFileSync(new URL(`${name}.json`, MODELS), 'utf8'));
  loaded.set(name, model);
  return model;
}

/** Undefined for names that are no operation, `constructor` included. */
export function operationOf(model: Model, name: string): OperationModel | undefined {
  return Object.hasOwn(model.operations, name) ? model.operations[name] : undefined;
}

export function shapeOf(model: Model, name: string): Shape {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`The model of ${model.metadata.serviceId} has no shape ${name}`);
  return shape;
}
