import type { OperationModel } from '../kernel/model.ts';
import type { AnyService } from '../kernel/operation.ts';

/** What a request asks for. */
export interface Target {
  readonly service: AnyService;
  readonly operation: OperationModel;
}
