import { type Model, type Shape, type ShapeRef, shapeOf } from '../../kernel/model.ts';

/** Where in an input or answer one is: the names and numbers on the way there, kept as a stack and put together only to be told. */
export type Place = (string | number)[];

/** What is done with one value of a shape; `State` is handed on to the values inside it. */
export type Deed<State, Result> = (value: unknown, state: State) => Result;

/** Looks the deed for another shape up, once. */
export type DeedOf<State, Result> = (ref: ShapeRef) => Deed<State, Result>;

/**
 * Makes of every shape of a model, when it is first needed, one function that knows all the model says of it: requests then cost
 * no walk through the model. Shapes may contain themselves.
 */
export function compileShapes<State, Result>(
  compile: (shape: Shape, deedOf: DeedOf<State, Result>) => Deed<State, Result>,
): (model: Model, ref: ShapeRef) => Deed<State, Result> {
  const compiled = new WeakMap<Model, Map<string, Deed<State, Result>>>();
  return (model, ref) => {
    const known = compiled.get(model) ?? new Map<string, Deed<State, Result>>();
    compiled.set(model, known);
    const deedOf = ({ shape: name }: ShapeRef): Deed<State, Result> => {
      const made = known.get(name);
      if (made !== undefined) return made;
      // Stands in while the shape is being compiled, for the places where it contains itself.
      known.set(name, (value, state) => deed(value, state));
      const deed = compile(shapeOf(model, name), deedOf);
      known.set(name, deed);
      return deed;
    };
    return deedOf(ref);
  };
}
