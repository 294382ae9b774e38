export interface TopicMessage {
  /** Of whoever publishes. */
  readonly account: string;
  /** Of the topic. */
  readonly region: string;
  readonly topicArn: string;
  /** The same message published again is told once, while it is still on its way. */
  readonly messageId: string;
  readonly subject: string | undefined;
  readonly message: string;
}

/** Notification topics as other rooms publish to them. A missing topic is SNS's own error, as ServiceError. */
export interface Topics {
  publish(message: TopicMessage): Promise<void>;
}
