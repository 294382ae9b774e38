import type { EnvironmentVariable } from '../../actions/action.ts';

/**
 * A pipeline's structure as the engine reads it from the store: the members of CodePipeline's PipelineDeclaration that decide
 * what happens. The service writes it; what it accepts has all that is required here.
 */
export interface Declaration {
  readonly name: string;
  readonly roleArn: string;
  readonly stages: readonly StageDeclaration[];
  readonly executionMode?: 'SUPERSEDED' | 'QUEUED' | 'PARALLEL' | undefined;
  readonly artifactStore?: ArtifactStore | undefined;
  readonly artifactStores?: Readonly<Record<string, ArtifactStore>> | undefined;
  readonly variables?: readonly VariableDeclaration[] | undefined;
}

export interface ArtifactStore {
  readonly location: string;
  readonly encryptionKey?: { readonly id: string; readonly type: string } | undefined;
}

export interface VariableDeclaration {
  readonly name: string;
  readonly defaultValue?: string | undefined;
}

export interface StageDeclaration {
  readonly name: string;
  readonly actions: readonly ActionDeclaration[];
  readonly beforeEntry?: ConditionsDeclaration | undefined;
  readonly onSuccess?: ConditionsDeclaration | undefined;
  readonly onFailure?: FailureDeclaration | undefined;
}

export interface ConditionsDeclaration {
  /** One, if any. */
  readonly conditions?: readonly ConditionDeclaration[] | undefined;
}

export interface ConditionDeclaration {
  readonly result?: Result | undefined;
  readonly rules?: readonly RuleDeclaration[] | undefined;
}

type Result = 'RETRY' | 'ROLLBACK' | 'FAIL' | 'SKIP';

export interface RuleDeclaration {
  readonly name: string;
  readonly ruleTypeId: {
    readonly category: string;
    readonly owner?: string | undefined;
    readonly provider: string;
    readonly version?: string | undefined;
  };
  readonly configuration?: Readonly<Record<string, string>> | undefined;
  readonly commands?: readonly string[] | undefined;
  readonly inputArtifacts?: readonly { readonly name: string }[] | undefined;
  readonly roleArn?: string | undefined;
  readonly region?: string | undefined;
  readonly timeoutInMinutes?: number | undefined;
}

export interface FailureDeclaration extends ConditionsDeclaration {
  readonly result?: Result | undefined;
  readonly retryConfiguration?: { readonly retryMode?: 'FAILED_ACTIONS' | 'ALL_ACTIONS' | undefined } | undefined;
}

export interface ActionDeclaration {
  readonly name: string;
  readonly actionTypeId: {
    readonly category: string;
    readonly owner: string;
    readonly provider: string;
    readonly version: string;
  };
  readonly runOrder?: number | undefined;
  readonly configuration?: Readonly<Record<string, string>> | undefined;
  /** Keys of the configuration whose values are sealed. */
  readonly sealed?: readonly string[] | undefined;
  readonly inputArtifacts?: readonly { readonly name: string }[] | undefined;
  readonly outputArtifacts?:
    | readonly { readonly name: string; readonly files?: readonly string[] | undefined }[]
    | undefined;
  readonly commands?: readonly string[] | undefined;
  readonly outputVariables?: readonly string[] | undefined;
  readonly environmentVariables?: readonly EnvironmentVariable[] | undefined;
  readonly namespace?: string | undefined;
  readonly region?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly timeoutInMinutes?: number | undefined;
}

export function findAction(declaration: Declaration, stage: string, action: string): ActionDeclaration | undefined {
  return declaration.stages.find(({ name }) => name === stage)?.actions.find(({ name }) => name === action);
}
