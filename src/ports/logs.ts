export interface LogStreamRef {
  readonly account: string;
  readonly region: string;
  readonly group: string;
  readonly stream: string;
}

export interface LogLine {
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly message: string;
}

/** Log streams as other rooms write them; the group and the stream are made when they are not there. */
export interface LogStreams {
  open(ref: LogStreamRef): Promise<void>;
  append(ref: LogStreamRef, lines: readonly LogLine[]): Promise<void>;
}
