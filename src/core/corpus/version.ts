import { version } from '../../../package.json';

/** The tool's version, from `package.json`: it stands in every manifest. */
export const VERSION: string = version;
