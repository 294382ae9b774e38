/** The walls between the rooms: what may know of what. ARCHITECTURE.md tells why. */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const SERVICE = '^src/services/([^/]+)/';
const PROVIDERS = '^src/actions/providers/';
const RULES = '^src/rules/(?!rule\\.ts|index\\.ts|wall-clock\\.ts)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    wall('no-circles', 'No circles: of two rooms one comes first.', {}, { circular: true }),
    wall('no-unresolved', 'What is imported is there.', {}, { couldNotResolve: true }),
    wall(
      'machine-is-pure',
      'The machine imports nothing outside itself.',
      { path: '^src/machine/' },
      { pathNot: '^src/machine/' },
    ),
    wall(
      'sql-only-in-store',
      'Database drivers are known to the store alone.',
      { path: '^src/', pathNot: '^src/store/' },
      { path: '^(node:)?sqlite$|^node_modules/(pg|@types/pg)/' },
    ),
    wall(
      'engine-knows-no-provider',
      'The engine knows what an action is, and no provider.',
      { path: '^src/engine/' },
      { path: '^src/actions/', pathNot: '^src/actions/action\\.ts$' },
    ),
    wall(
      'providers-are-strangers',
      'An action provider knows neither its siblings nor the engine nor the gateway nor a service.',
      { path: PROVIDERS },
      { path: `${PROVIDERS}|^src/(engine|gateway|services|cli)/|^src/main\\.ts$` },
    ),
    wall(
      'engine-knows-no-rule',
      'The engine knows what a rule is, and no provider.',
      { path: '^src/engine/' },
      { path: '^src/rules/', pathNot: '^src/rules/rule\\.ts$' },
    ),
    wall(
      'rules-are-strangers',
      'A rule provider knows neither its siblings nor the engine nor the gateway nor a service; of actions it knows what they are.',
      { path: RULES },
      {
        path: `${RULES}|^src/(actions|engine|gateway|services|cli)/|^src/main\\.ts$`,
        pathNot: '^src/actions/action\\.ts$',
      },
    ),
    wall(
      'services-meet-at-ports',
      'No service imports another: they meet at ports/.',
      { path: SERVICE },
      { path: '^src/services/', pathNot: '^src/services/$1/' },
    ),
    wall(
      'services-do-not-know-the-gateway',
      'A service never sees the wire, but for what is no operation: git over HTTP, the certificate of notifications.',
      { path: '^src/services/', pathNot: '^src/services/(codecommit|sns)/' },
      { path: '^src/gateway/' },
    ),
    wall(
      'gateway-knows-no-service',
      'The gateway is told its services; it imports none.',
      { path: '^src/gateway/' },
      { path: '^src/(services|engine|actions|runners|agent|machine|store|cli)/|^src/main\\.ts$' },
    ),
    wall(
      'deliveries-meet-services-at-ports',
      'Deliveries are told whom to hand over to; they know the gateway, and no service.',
      { path: '^src/deliveries/' },
      { path: '^src/(services|engine|actions|runners|agent|machine|cli)/|^src/main\\.ts$' },
    ),
    wall(
      'kernel-is-the-ground',
      'The kernel imports no other room.',
      { path: '^src/kernel/' },
      { path: '^src/', pathNot: '^src/kernel/' },
    ),
    wall(
      'store-is-below',
      'The store knows the kernel and types of the rooms whose facts it keeps, and nothing that acts.',
      { path: '^src/store/' },
      { path: '^src/(services|engine|actions|runners|agent|gateway|cli|work|events)/|^src/(main|config)\\.ts$' },
    ),
    wall(
      'only-main-wires',
      'Rooms are constructed in wiring/ only, for main.ts and the tests.',
      { path: '^src/', pathNot: '^src/(wiring/|main\\.ts$)' },
      { path: '^src/wiring/' },
    ),
    wall(
      'only-the-command-line-starts',
      'The command line and the tests start main.ts.',
      { path: '^src/', pathNot: '^src/(cli/|main\\.ts$)' },
      { path: '^src/(cli/|main\\.ts$)' },
    ),
    wall(
      'processes-start-in-few-places',
      'Only runners, agent, command line and the one file that runs git start processes.',
      { path: '^src/', pathNot: '^src/(runners|agent|cli)/|^src/git/run-git\\.ts$' },
      { path: '^(node:)?child_process$' },
    ),
    wall(
      'agent-stands-alone',
      'The agent runs on other hosts: of the server it knows the kernel and how archives are unpacked.',
      { path: '^src/agent/' },
      { path: '^src/', pathNot: '^src/(agent|kernel|archives)/' },
    ),
    wall(
      'product-needs-no-tools',
      'The product runs on its dependencies; what only tests and checks need stays out.',
      { path: '^src/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
