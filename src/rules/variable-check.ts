import { RE2JS, RE2JSException } from 're2js';
import type { Progress } from '../actions/action.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { RuleProvider, RuleRun } from './rule.ts';

const OPERATORS = ['EQ', 'NE', 'CONTAINS', 'MATCHES'] as const;

/**
 * Compares a variable with a value.
 *
 * Gaps: regular expressions match the whole value, and are RE2's, so that none can take for ever: Java's without look-around and
 * back references.
 */
export function variableCheck(): RuleProvider {
  return {
    type: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
    inputs: { min: 0, max: 0 },
    configuration: [
      { name: 'Variable', required: true, description: 'The variable to check, such as #{Source.BranchName}' },
      { name: 'Value', required: true, description: 'What to check it against' },
      { name: 'Operator', required: true, description: 'EQ, NE, CONTAINS or MATCHES' },
    ],
    timeoutMinutes: 60,
    check: checkConfiguration,
    start: async (run) => compare(run),
    poll: async (run) => compare(run),
    stop: async () => {},
  };
}

function checkConfiguration({ Operator = '', Value = '' }: Readonly<Record<string, string>>): string | undefined {
  if (!Operator.includes('#{') && !OPERATORS.some((operator) => operator === Operator))
    return `Operator must be one of ${OPERATORS.join(', ')}`;
  if (Operator === 'MATCHES' && !Value.includes('#{') && compile(Value) === undefined) return noExpression(Value);
  return undefined;
}

function compare({ configuration }: RuleRun): Progress {
  const { Variable = '', Value = '', Operator = '' } = configuration;
  const words = `${shortened(Variable)} ${Operator} ${shortened(Value)}`;
  if (holds(Variable, Operator, Value)) return { kind: 'succeeded', summary: words };
  const message = `The check '${words}' does not hold`;
  return { kind: 'failed', code: 'RuleNotMet', message, summary: message };
}

const MAX_SHOWN = 200;

/** A variable may be a whole commit message. */
function shortened(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

function holds(variable: string, operator: string, value: string): boolean {
  switch (operator) {
    case 'EQ':
      return variable === value;
    case 'NE':
      return variable !== value;
    case 'CONTAINS':
      return variable.includes(value);
    case 'MATCHES':
      return matches(variable, value);
    default:
      throw new ServiceError('ConfigurationError', `Operator ${operator} is none of ${OPERATORS.join(', ')}`);
  }
}

function matches(variable: string, expression: string): boolean {
  const pattern = compile(expression);
  if (pattern === undefined) throw new ServiceError('ConfigurationError', noExpression(expression));
  return pattern.matches(variable);
}

function noExpression(value: string): string {
  return `Value is not a regular expression, or has look-around or a back reference, which this server does not implement: ${value}`;
}

function compile(expression: string): RE2JS | undefined {
  try {
    return RE2JS.compile(expression);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}
