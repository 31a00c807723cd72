// Entry of the command line.
process.exitCode = 2;
export {};
