import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillTemplate, placeholdersOf } from '../../src/events/input-template.ts';
import { parseJson } from '../../src/events/pattern/json-node.ts';

const NAME = fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/);
const TEXT = fc.stringMatching(/^[a-z ]{0,8}$/);

test('the names in a template are found, and filled in, whatever was filled in before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(TEXT, NAME), { maxLength: 5 }), TEXT, (parts, end) => {
      const template = parts.map(([text, name]) => `${text}<${name}>`).join('') + end;
      expect(placeholdersOf(template)).toEqual(parts.map(([, name]) => name));
      const filled = parts.map(([text, name]) => `${text}"${name}"`).join('') + end;
      expect(fillTemplate(template, (name) => parseJson(JSON.stringify(name)))).toBe(filled);
    }),
  );
});
