import {
  type ActionCategory,
  type Condition,
  CreatePipelineCommand,
  GetPipelineCommand,
  ListPipelinesCommand,
  type PipelineDeclaration,
  type Result,
  type RuleDeclaration,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, approval, pipeline, QUIET, source, stage } from '../../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const GOOD = [stage('Source', source()), stage('Build', action('Compile'))];
const STORE = { type: 'S3' as const, location: 'artifacts' };
const codecommit = (configuration: Record<string, string>, namespace?: string) =>
  source('Fetch', {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
    configuration,
    ...(namespace === undefined ? {} : { namespace }),
  });

const BUILD = stage('Build', action('A'));
const many = <Thing>(count: number, make: (number: number) => Thing) =>
  Array.from({ length: count }, (_, index) => make(index + 1));
const noting = (Note: string) => action('A', { configuration: { Note } });
const typed = (category: ActionCategory, provider: string) =>
  action('A', { actionTypeId: { category, owner: 'AWS', provider, version: '1' } });
const condition = (result: Result, ...providers: string[]): Condition => ({
  result,
  rules: (providers.length === 0 ? ['VariableCheck'] : providers).map((provider) => ({
    name: provider,
    ruleTypeId: { category: 'Rule', owner: 'AWS', provider, version: '1' },
    configuration: { Variable: '#{codepipeline.PipelineExecutionId}', Value: 'x', Operator: 'NE' },
  })),
});

const ruleOn = (Variable: string): RuleDeclaration => ({
  name: 'VariableCheck',
  ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
  configuration: { Variable, Value: 'x', Operator: 'NE' },
});

/** What is wrong, the declaration, the error, and the words that name the place. */
const BAD: readonly (readonly [string, PipelineDeclaration, string, RegExp])[] = [
  [
    'one stage',
    pipeline('p', [stage('Source', source())]),
    'InvalidStructureException',
    /^Pipeline has only 1 stage\(s\). There should be a minimum of 2 stages in a pipeline$/,
  ],
  ['no stages', pipeline('p', []), 'InvalidStructureException', /has only 0 stage\(s\)/],
  [
    'a stage name used twice',
    pipeline('p', [stage('Source', source()), stage('Source', action('A'))]),
    'InvalidStageDeclarationException',
    /^Stage name 'Source' is used more than once$/,
  ],
  [
    'an action name used twice',
    pipeline('p', [stage('Source', source()), stage('Build', action('A'), action('A'))]),
    'InvalidStageDeclarationException',
    /'A' is used more than once in stage 'Build'/,
  ],
  [
    'a stage without actions',
    pipeline('p', [stage('Source', source()), stage('Build')]),
    'InvalidStageDeclarationException',
    /'Build' should have at least 1 action/,
  ],
  [
    'a first stage that builds',
    pipeline('p', [stage('Build', action('A')), stage('Deploy', action('B'))]),
    'InvalidStructureException',
    /^Pipeline should start with a stage that only contains source actions$/,
  ],
  [
    'a source in a later stage',
    pipeline('p', [...GOOD, stage('More', source('Again'))]),
    'InvalidStructureException',
    /^Source actions can only be included in the first stage of the pipeline$/,
  ],
  [
    'neither artifact store nor stores',
    pipeline('p', GOOD, { artifactStore: undefined }),
    'InvalidStructureException',
    /either 'artifactStore' or 'artifactStores'/,
  ],
  [
    'artifact store and stores',
    pipeline('p', GOOD, { artifactStores: { 'eu-west-1': STORE } }),
    'InvalidStructureException',
    /either 'artifactStore' or 'artifactStores'/,
  ],
  [
    'no store for the region',
    pipeline('p', GOOD, { artifactStore: undefined, artifactStores: { 'us-east-1': STORE } }),
    'InvalidStructureException',
    /The following region is missing in 'pipeline.artifactStores': eu-west-1/,
  ],
  [
    'a mode that needs V2',
    pipeline('p', GOOD, { pipelineType: 'V1', executionMode: 'QUEUED' }),
    'InvalidStructureException',
    /^QUEUED or PARALLEL mode can only be used with V2 pipelines$/,
  ],
  [
    'variables that need V2',
    pipeline('p', GOOD, { pipelineType: 'V1', variables: [{ name: 'A' }] }),
    'InvalidStructureException',
    /^Pipeline variable can only be used with V2 pipelines$/,
  ],
  [
    'a variable declared twice',
    pipeline('p', GOOD, { variables: [{ name: 'A' }, { name: 'A' }] }),
    'InvalidStructureException',
    /^Variable names must be unique. The following variable name is already in use: A$/,
  ],
  [
    'git triggers of a source that is no connection',
    pipeline('p', GOOD, {
      triggers: [{ providerType: 'CodeStarSourceConnection', gitConfiguration: { sourceActionName: 'Fetch' } }],
    }),
    'InvalidStructureException',
    /^Triggers for connections must reference a CodeStarSourceConnection action.$/,
  ],
  [
    'a result of failure in a V1 pipeline',
    pipeline('p', [stage('Source', source()), { ...stage('Build', action('A')), onFailure: { result: 'ROLLBACK' } }], {
      pipelineType: 'V1',
    }),
    'InvalidStageDeclarationException',
    /^Stage level conditions can only be used with V2 pipelines.$/,
  ],
  [
    'a rollback of the source stage',
    pipeline('p', [{ ...stage('Source', source()), onFailure: { result: 'ROLLBACK' } }, stage('Build', action('A'))]),
    'InvalidStageDeclarationException',
    /'Source' cannot be rolled back: it is the source stage/,
  ],
  [
    'a rollback in PARALLEL mode',
    pipeline('p', [stage('Source', source()), { ...stage('Build', action('A')), onFailure: { result: 'ROLLBACK' } }], {
      executionMode: 'PARALLEL',
    }),
    'InvalidStageDeclarationException',
    /^Failure conditions with rollback result type cannot be added to a PARALLEL pipeline.$/,
  ],
  [
    'a source stage whose failure does not matter',
    pipeline('p', [{ ...stage('Source', source()), onFailure: { result: 'SKIP' } }, stage('Build', action('A'))]),
    'InvalidStageDeclarationException',
    /'Source' cannot be skipped: it is the source stage/,
  ],
  [
    'a retry mode without a retry',
    pipeline('p', [
      stage('Source', source()),
      {
        ...stage('Build', action('A')),
        onFailure: { result: 'FAIL', retryConfiguration: { retryMode: 'ALL_ACTIONS' } },
      },
    ]),
    'InvalidStageDeclarationException',
    /'Build': retryConfiguration can be set with the result RETRY only/,
  ],
  [
    'blockers',
    pipeline('p', [
      stage('Source', source()),
      { ...stage('Build', action('A')), blockers: [{ name: 'b', type: 'Schedule' }] },
    ]),
    'InvalidBlockerDeclarationException',
    /'Build'/,
  ],
  [
    'an unknown action type',
    pipeline('p', [
      stage('Source', source()),
      stage(
        'Build',
        action('A', { actionTypeId: { category: 'Build', owner: 'AWS', provider: 'Nothing', version: '1' } }),
      ),
    ]),
    'InvalidActionDeclarationException',
    /^ActionType \(Category: 'Build', Provider: 'Nothing', Owner: 'AWS', Version: '1'\) in action 'A' is not available in region 'EU_WEST_1'$/,
  ],
  [
    'a source with inputs',
    pipeline('p', [stage('Source', source('Fetch', { inputArtifacts: [{ name: 'x' }] })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /^Action Fetch declares 1 input artifacts which is more than the maximum count \(0\)$/,
  ],
  [
    'an approval with outputs',
    pipeline('p', [
      stage('Source', source()),
      stage('Approve', approval('Approve', { outputArtifacts: [{ name: 'x' }] })),
    ]),
    'InvalidActionDeclarationException',
    /^Action Approve declares 1 output artifacts which is more than the maximum count \(0\)$/,
  ],
  [
    'an input nobody makes',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { inputArtifacts: [{ name: 'Nothing' }] }))]),
    'InvalidActionDeclarationException',
    /Input Artifact Bundle Nothing in action A/,
  ],
  [
    'an input made at the same time',
    pipeline('p', [
      stage('Source', source()),
      stage(
        'Build',
        action('A', { outputArtifacts: [{ name: 'Out' }] }),
        action('B', { inputArtifacts: [{ name: 'Out' }] }),
      ),
    ]),
    'InvalidActionDeclarationException',
    /Out in action B/,
  ],
  [
    'an output made twice',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { outputArtifacts: [{ name: 'FetchOutput' }] })),
    ]),
    'InvalidStructureException',
    /FetchOutput has been used more than once/,
  ],
  [
    'an unknown configuration key',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { configuration: { Speed: 'fast' } }))]),
    'InvalidActionDeclarationException',
    /'A' contains unknown configuration 'Speed'/,
  ],
  [
    'a missing configuration key',
    pipeline('p', [stage('Source', codecommit({ RepositoryName: 'r' })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /'Fetch' is missing required configuration 'BranchName'/,
  ],
  [
    'a configuration value that cannot be',
    pipeline('p', [
      stage('Source', codecommit({ RepositoryName: 'r', BranchName: 'b', OutputArtifactFormat: 'FULL_CLONE' })),
      stage('Build', action('A')),
    ]),
    'InvalidActionDeclarationException',
    /OutputArtifactFormat must be one of/,
  ],
  [
    'a reserved namespace',
    pipeline('p', [stage('Source', source('Fetch', { namespace: 'codepipeline' })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /reserved.\nStageName=\[Source\], ActionName=\[Fetch\], Namespace=\[codepipeline\]/,
  ],
  [
    'a namespace used twice',
    pipeline('p', [
      stage('Source', source('Fetch', { namespace: 'N' })),
      stage('Build', action('A', { namespace: 'N' })),
    ]),
    'InvalidActionDeclarationException',
    /^Namespaces must be unique across the pipeline definition.*\nStageName=\[Build\], ActionName=\[A\], Namespace=\[N\]$/,
  ],
  [
    'a reference to a namespace that comes later',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { configuration: { Note: '#{Later.x}' } })),
      stage('Deploy', action('B', { namespace: 'Later' })),
    ]),
    'InvalidActionDeclarationException',
    /namespace that does not exist.\nStageName=\[Build\], ActionName=\[A\], ActionConfigurationKey=\[Note\], VariableReferenceText=\[Later.x\]$/,
  ],
  [
    'a reference to a variable nobody declared',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { configuration: { Note: '#{variables.x}' } })),
    ]),
    'InvalidActionDeclarationException',
    /namespace that does not exist.*\n.*VariableReferenceText=\[variables.x\]/,
  ],
  [
    'an action in a region without an artifact store',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { region: 'us-east-1' }))]),
    'InvalidStructureException',
    /The following region is missing in 'pipeline.artifactStores': us-east-1/,
  ],
  [
    'a time-out of something that is no approval',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { timeoutInMinutes: 10 }))]),
    'InvalidActionDeclarationException',
    /'A': timeoutInMinutes/,
  ],
  [
    '51 stages',
    pipeline('p', [stage('Source', source()), ...many(50, (n) => stage(`S${n}`, action('A')))]),
    'InvalidStructureException',
    /^Pipeline has too many stages. There can only be up to 50 stages in a pipeline$/,
  ],
  [
    '51 actions in a stage',
    pipeline('p', [stage('Source', source()), stage('Build', ...many(51, (n) => action(`A${n}`)))]),
    'InvalidStageDeclarationException',
    /^Stage 'Build' has too many actions. There can only be up to 50 actions in a stage$/,
  ],
  [
    '501 actions',
    pipeline('p', [stage('Source', source()), ...many(10, (n) => stage(`S${n}`, ...many(50, (m) => action(`A${m}`))))]),
    'InvalidStructureException',
    /^Pipeline has too many actions. There can only be up to 500 actions in a pipeline$/,
  ],
  [
    'nothing but sources',
    pipeline('p', [stage('Source', source()), stage('More', source('Again'))]),
    'InvalidStructureException',
    /^Pipeline should contain at least 1 action whose category is not Source$/,
  ],
  [
    'a provider that needs V2',
    pipeline('p', [stage('Source', source()), stage('Build', typed('Compute', 'Commands'))], { pipelineType: 'V1' }),
    'InvalidActionDeclarationException',
    /^Commands Action can only be used with V2 pipelines.$/,
  ],
  [
    'conditions that need V2',
    pipeline('p', [stage('Source', source()), { ...BUILD, onFailure: { result: 'FAIL' } }], { pipelineType: 'V1' }),
    'InvalidStageDeclarationException',
    /^Stage level conditions can only be used with V2 pipelines.$/,
  ],
  [
    'a region that is none',
    pipeline('p', GOOD, { artifactStore: undefined, artifactStores: { 'eu-west-1': STORE, 'the moon': STORE } }),
    'ValidationException',
    /^The region the moon specified in 'pipeline.artifactStores' is not a valid AWS Region.$/,
  ],
  [
    'a failure with a result and conditions',
    pipeline('p', [
      stage('Source', source()),
      { ...BUILD, onFailure: { result: 'RETRY', conditions: [condition('FAIL')] } },
    ]),
    'InvalidStageDeclarationException',
    /^The following stage cannot have a failure exit gate configured with both top level result and conditions: 'Build'$/,
  ],
  [
    'a way to retry without a retry',
    pipeline('p', [
      stage('Source', source()),
      { ...BUILD, onFailure: { result: 'FAIL', retryConfiguration: { retryMode: 'ALL_ACTIONS' } } },
    ]),
    'InvalidStageDeclarationException',
    /'Build': retryConfiguration can be set with the result RETRY only/,
  ],
  [
    'a rollback of a parallel pipeline',
    pipeline('p', [stage('Source', source()), { ...BUILD, onFailure: { result: 'ROLLBACK' } }], {
      executionMode: 'PARALLEL',
    }),
    'InvalidStageDeclarationException',
    /^Failure conditions with rollback result type cannot be added to a PARALLEL pipeline.$/,
  ],
  [
    'a rollback of the source stage',
    pipeline('p', [{ ...stage('Source', source()), onFailure: { result: 'ROLLBACK' } }, BUILD]),
    'InvalidStageDeclarationException',
    /'Source' cannot be rolled back: it is the source stage/,
  ],
  [
    'an entry that rolls back',
    pipeline('p', [stage('Source', source()), { ...BUILD, beforeEntry: { conditions: [condition('ROLLBACK')] } }]),
    'InvalidStageDeclarationException',
    /beforeEntry condition of stage 'Build' must be one of FAIL, SKIP/,
  ],
  [
    'a success that is skipped',
    pipeline('p', [stage('Source', source()), { ...BUILD, onSuccess: { conditions: [condition('SKIP')] } }]),
    'InvalidStageDeclarationException',
    /onSuccess condition of stage 'Build' must be one of ROLLBACK, FAIL/,
  ],
  [
    'a condition without rules',
    pipeline('p', [stage('Source', source()), { ...BUILD, onSuccess: { conditions: [{ result: 'FAIL' }] } }]),
    'InvalidStageDeclarationException',
    /onSuccess condition of stage 'Build' must have at least 1 rule/,
  ],
  [
    'a rule name used twice',
    pipeline('p', [
      stage('Source', source()),
      { ...BUILD, onSuccess: { conditions: [condition('FAIL', 'VariableCheck', 'VariableCheck')] } },
    ]),
    'InvalidStageDeclarationException',
    /Rule name 'VariableCheck' is used more than once/,
  ],
  [
    'a stage skipped by a rule that takes its time',
    pipeline('p', [
      stage('Source', source()),
      { ...BUILD, beforeEntry: { conditions: [condition('SKIP', 'DeploymentWindow')] } },
    ]),
    'InvalidStageDeclarationException',
    /Rule 'DeploymentWindow' .*only LambdaInvoke and VariableCheck/,
  ],
  [
    'six rules',
    pipeline('p', [
      stage('Source', source()),
      { ...BUILD, onSuccess: { conditions: [condition('FAIL', ...many(6, String))] } },
    ]),
    'ValidationException',
    /rules' failed to satisfy constraint: Member must have length less than or equal to 5/,
  ],
  [
    'a reference that is no namespace and key',
    pipeline('p', [stage('Source', source()), stage('Build', noting('#{x}'))]),
    'InvalidActionDeclarationException',
    /^Valid format for a pipeline execution variable reference is a namespace and a key.*\nStageName=\[Build\], ActionName=\[A\], ActionConfigurationKey=\[Note\], VariableReferenceText=\[x\]$/,
  ],
  [
    'a reference to a key that its provider never makes',
    pipeline('p', [
      stage('Source', codecommit({ RepositoryName: 'r', BranchName: 'b' }, 'Src')),
      stage('Build', noting('#{Src.CommitID}')),
    ]),
    'InvalidActionDeclarationException',
    /a key that is never in their namespace.\n.*VariableReferenceText=\[Src.CommitID\]/,
  ],
  [
    'a reference to a part of the execution that is none',
    pipeline('p', [stage('Source', source()), stage('Build', noting('#{codepipeline.Id}'))]),
    'InvalidActionDeclarationException',
    /VariableReferenceText=\[codepipeline.Id\]/,
  ],
  [
    'a reference to what runs at the same time',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('First', { namespace: 'First' }), noting('#{First.x}')),
    ]),
    'InvalidActionDeclarationException',
    /a namespace that does not exist.\n.*VariableReferenceText=\[First.x\]/,
  ],
  [
    'a rule that refers to what its stage will make, before it is entered',
    pipeline('p', [
      stage('Source', source()),
      {
        ...stage('Build', action('A', { namespace: 'Bld' })),
        beforeEntry: { conditions: [{ result: 'FAIL', rules: [ruleOn('#{Bld.x}')] }] },
      },
    ]),
    'InvalidStageDeclarationException',
    /^Rule 'VariableCheck' of stage 'Build': #\{Bld.x\} in 'Variable' is not provided by any action before it/,
  ],
  [
    'a rule with a reference that is no namespace and key',
    pipeline('p', [
      stage('Source', source()),
      { ...BUILD, onSuccess: { conditions: [{ result: 'FAIL', rules: [ruleOn('#{x}')] }] } },
    ]),
    'InvalidStageDeclarationException',
    /^Rule 'VariableCheck' of stage 'Build': #\{x\} in 'Variable' is not a namespace and a key/,
  ],
  [
    'a rule that refers to a key that its provider never makes',
    pipeline('p', [
      stage('Source', codecommit({ RepositoryName: 'r', BranchName: 'b' }, 'Src')),
      { ...BUILD, onFailure: { conditions: [{ result: 'FAIL', rules: [ruleOn('#{Src.CommitID}')] }] } },
    ]),
    'InvalidStageDeclarationException',
    /^Rule 'VariableCheck' of stage 'Build': #\{Src.CommitID\} in 'Variable' refers to a key that is never in/,
  ],
  [
    'a pipeline variable in a source',
    pipeline('p', [stage('Source', source('Fetch', { configuration: { Note: '#{variables.Reason}' } })), BUILD], QUIET),
    'InvalidStructureException',
    /^Variables at the pipeline level cannot be used in source actions.\nStageName=\[Source\], ActionName=\[Fetch\]/,
  ],
  [
    'a pipeline variable that is not among those declared',
    pipeline('p', [stage('Source', source()), stage('Build', noting('#{variables.Other}'))], QUIET),
    'InvalidStructureException',
    /^The referenced variables haven't been declared.\n.*VariableReferenceText=\[variables.Other\]/,
  ],
  [
    'a namespace that is the name of an artifact',
    pipeline('p', [stage('Source', source('Fetch', { namespace: 'FetchOutput' })), BUILD]),
    'InvalidActionDeclarationException',
    /cannot conflict with artifact names.*\nStageName=\[Source\], ActionName=\[Fetch\], Namespace=\[FetchOutput\]/,
  ],
  [
    'an input used twice',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { inputArtifacts: [{ name: 'FetchOutput' }, { name: 'FetchOutput' }] })),
    ]),
    'InvalidActionDeclarationException',
    /FetchOutput in action A is used more than once/,
  ],
  [
    'commands of an action that runs none',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { commands: ['ls'] }))]),
    'InvalidActionDeclarationException',
    /'?A'?.*commands/,
  ],
  [
    'a name with a blank',
    pipeline('my pipeline', GOOD),
    'ValidationException',
    /'pipeline.name' failed to satisfy constraint: Member must satisfy regular expression/,
  ],
  [
    'a run order of 0',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { runOrder: 0 }))]),
    'ValidationException',
    /runOrder' failed to satisfy constraint: Member must have value greater than or equal to 1/,
  ],
  ['a role that is no role', pipeline('p', GOOD, { roleArn: 'me' }), 'ValidationException', /'pipeline.roleArn'/],
];

/** A place in a declaration, and what is too much or too little for it: the model's constraints, each named with its place. */
const BREACHES: readonly (readonly [string, unknown, RegExp])[] = [
  ['name', '', /greater than or equal to 1/],
  ['name', 'n'.repeat(101), /less than or equal to 100/],
  ['roleArn', `arn:aws:iam::123456789012:role/${'r'.repeat(1024)}`, /less than or equal to 1024/],
  ['artifactStore.type', 'FTP', /enum value set: \[S3\]/],
  ['artifactStore.location', 'ab', /greater than or equal to 3/],
  ['artifactStore.location', 'under_score', /regular expression/],
  ['artifactStore.encryptionKey', { id: '', type: 'KMS' }, /greater than or equal to 1/],
  ['artifactStore.encryptionKey', { id: 'key', type: 'AES' }, /enum value set: \[KMS\]/],
  ['executionMode', 'RANDOM', /enum value set/],
  ['pipelineType', 'V3', /enum value set/],
  ['version', 0, /greater than or equal to 1/],
  ['variables', many(51, (n) => ({ name: `V${n}` })), /less than or equal to 50/],
  ['variables', [{ name: 'V'.repeat(129) }], /less than or equal to 128/],
  ['variables', [{ name: 'V', defaultValue: '' }], /greater than or equal to 1/],
  ['variables', [{ name: 'V', defaultValue: 'v'.repeat(1001) }], /less than or equal to 1000/],
  ['variables', [{ name: 'V', description: 'd'.repeat(201) }], /less than or equal to 200/],
  ['triggers', many(51, () => trigger({})), /less than or equal to 50/],
  ['triggers', [trigger({ push: many(4, () => ({})) })], /less than or equal to 3/],
  ['triggers', [trigger({ push: [{ tags: { includes: many(9, String) } }] })], /less than or equal to 8/],
  ['triggers', [trigger({ push: [{ tags: { includes: ['t'.repeat(256)] } }] })], /less than or equal to 255/],
  ['triggers', [trigger({ pullRequest: [{ events: ['MERGED'] }] })], /enum value set/],
  ['stages.1.name', 'not a name', /regular expression/],
  ['stages.1.blockers', [{ name: 'b', type: 'Weather' }], /enum value set: \[Schedule\]/],
  ['stages.1.actions.0.name', '', /greater than or equal to 1/],
  ['stages.1.actions.0.runOrder', 1000, /less than or equal to 999/],
  ['stages.1.actions.0.namespace', 'a.b', /regular expression/],
  ['stages.1.actions.0.region', 'eu', /greater than or equal to 4/],
  ['stages.1.actions.0.roleArn', 'me', /regular expression/],
  ['stages.1.actions.0.timeoutInMinutes', 4, /greater than or equal to 5/],
  ['stages.1.actions.0.timeoutInMinutes', 86_401, /less than or equal to 86400/],
  ['stages.1.actions.0.configuration', { ['k'.repeat(51)]: 'v' }, /less than or equal to 50/],
  ['stages.1.actions.0.configuration', { Note: '' }, /greater than or equal to 1/],
  ['stages.1.actions.0.configuration', { Note: 'v'.repeat(1001) }, /less than or equal to 1000/],
  ['stages.1.actions.0.actionTypeId.category', 'Dance', /enum value set/],
  ['stages.1.actions.0.actionTypeId.owner', 'Me', /enum value set/],
  ['stages.1.actions.0.actionTypeId.provider', 'p'.repeat(36), /less than or equal to 35/],
  ['stages.1.actions.0.actionTypeId.version', '1234567890', /less than or equal to 9/],
  ['stages.1.actions.0.inputArtifacts', [{ name: 'a b' }], /regular expression/],
  ['stages.1.actions.0.outputArtifacts', [{ name: 'a'.repeat(101) }], /less than or equal to 100/],
  ['stages.1.actions.0.commands', many(51, String), /less than or equal to 50/],
  ['stages.1.actions.0.environmentVariables', [{ name: 'A-B', value: 'v' }], /regular expression/],
  ['stages.1.actions.0.outputVariables', many(16, String), /less than or equal to 15/],
  ['stages.1.onFailure', { result: 'CRY' }, /enum value set/],
  ['stages.1.onSuccess', { conditions: [] }, /greater than or equal to 1/],
  ['stages.1.beforeEntry', { conditions: [condition('FAIL'), condition('FAIL')] }, /less than or equal to 1/],
];

function trigger(gitConfiguration: object): object {
  return {
    providerType: 'CodeStarSourceConnection',
    gitConfiguration: { sourceActionName: 'Fetch', ...gitConfiguration },
  };
}

/** A good declaration but for one place. */
function breached(path: string, value: unknown): PipelineDeclaration {
  const declaration = JSON.parse(JSON.stringify(pipeline('p', GOOD)));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = declaration;
  for (const key of keys) place = place[key] ??= {};
  place[last] = value;
  return declaration;
}

describe('the structure of a pipeline', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  it.each(BAD)('refuses %s', async (_what, declaration, name, words) => {
    const refused = server.codepipeline.send(new CreatePipelineCommand({ pipeline: declaration }));
    await expect(refused).rejects.toMatchObject({
      name,
      message: expect.stringMatching(words),
      $metadata: { httpStatusCode: 400 },
    });
    expect((await server.codepipeline.send(new ListPipelinesCommand({}))).pipelines).toEqual([]);
  });

  it.each(BREACHES)('keeps to the constraints of AWS at %s: %j', async (path, value, words) => {
    const refused = server.codepipeline.send(new CreatePipelineCommand({ pipeline: breached(path, value) }));
    const place = `pipeline.${path}`.replaceAll(/\.(\d+)/g, (_, index) => `.${Number(index) + 1}.member`);
    await expect(refused).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(words),
    });
    await expect(refused).rejects.toThrow(`at '${place}`);
  });

  it('gives a pipeline back with its defaults filled in', async () => {
    const declaration = pipeline('plain', GOOD, { ...QUIET, executionMode: undefined });
    const { pipeline: created } = await server.codepipeline.send(new CreatePipelineCommand({ pipeline: declaration }));
    expect(created).toMatchObject({
      version: 1,
      executionMode: 'SUPERSEDED',
      pipelineType: 'V2',
      stages: [
        { name: 'Source', actions: [{ name: 'Fetch', runOrder: 1, configuration: {}, inputArtifacts: [] }] },
        { name: 'Build', actions: [{ name: 'Compile', runOrder: 1, outputArtifacts: [] }] },
      ],
    });
    const { pipeline: read } = await server.codepipeline.send(new GetPipelineCommand({ name: 'plain' }));
    expect(read).toEqual(created);
  });
});
