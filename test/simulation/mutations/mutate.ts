/** Loaded before the simulator (`node --import`), with the name of a mutation in MUTATION: the product is loaded with that fault. */
import { registerHooks } from 'node:module';
import { MUTATIONS } from './mutations.ts';

const mutation = MUTATIONS.find(({ name }) => name === process.env.MUTATION);
if (mutation === undefined) throw new Error(`There is no mutation '${process.env.MUTATION}'`);
const { file, find, replace } = mutation;
const url = new URL(`../../../src/${file}`, import.meta.url).href;

registerHooks({
  load: (loaded, context, next) => {
    const answer = next(loaded, context);
    if (loaded !== url) return answer;
    const source = String(answer.source);
    if (!source.includes(find)) throw new Error(`src/${file} has changed: tell mutations.ts how to break it now`);
    return { ...answer, source: source.replaceAll(find, replace) };
  },
});
