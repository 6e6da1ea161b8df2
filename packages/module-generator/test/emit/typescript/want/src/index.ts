export { type ClearContosoQueueParameters, clearContosoQueue } from './clear-contoso-queue.ts';
export type { DayOfWeek } from './dotnet/day-of-week.ts';
export type { FileAttributes } from './dotnet/file-attributes.ts';
export type { FileInfo } from './dotnet/file-info.ts';
export {
  type GetContosoConnectorOutput,
  type GetContosoConnectorParameters,
  getContosoConnector,
} from './get-contoso-connector.ts';
export { type GetContosoVersionParameters, getContosoVersion } from './get-contoso-version.ts';
export {
  type SendContosoMessageOutput,
  type SendContosoMessageParameters,
  sendContosoMessage,
} from './send-contoso-message.ts';
export {
  type SetContosoConnectorOutput,
  type SetContosoConnectorParameters,
  setContosoConnector,
} from './set-contoso-connector.ts';
