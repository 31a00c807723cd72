// Modules that exist only in the bundle of a web worker suite.
declare module 'suite-files';
declare module 'mocha/mocha.js';
