/** Reports and pages of the cluster half. Pure: results and a way to say things in, text out. */
export { arrange, byOwner, refKey, type CheckPart, type OwnerPart, type StepCounts, type StepPart } from './arrange';
export { objectName, serverVersion, timeText, type ReportInput, type Say } from './input';
export { explainMarkdown, reportMarkdown } from './markdown';
export { reportHtml } from './html';
export { holdsKind, objectYaml } from './objectYaml';
