/** Work of this kind is a batch to be moved on as far as it can go now; the key is its id. */
export const BATCH_WORK = 'codebuild.batch';
