/** The tool's version, from `package.json`: it stands in every manifest. */
export { version as VERSION } from '../../../package.json';
