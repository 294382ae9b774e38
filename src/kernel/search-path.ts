/** Where programs such as git are looked for; they get nothing else of this process's environment. */
export const searchPath = process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin';
