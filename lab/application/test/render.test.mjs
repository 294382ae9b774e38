import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../render.mjs';

test('fills in what it knows and leaves the rest', () => {
  assert.equal(render('{{a}} and {{b}}', { a: 1 }), '1 and {{b}}');
});

test('escapes what it fills in', () => {
  assert.equal(render('{{a}}', { a: '<b>' }), '&lt;b&gt;');
});
