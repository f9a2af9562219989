/**
 * Stands in for `node:http` in the bundles: an import statement reads every export of it, one of which loads Node's
 * WebSocket, a tenth of the time that a function takes to start.
 */
module.exports = process.getBuiltinModule("node:http");
