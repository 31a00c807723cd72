/** A custom resource in a version that its component, or its own definition, no longer serves. */
import { customRule } from '../ecosystem/rule';

export default customRule('removed-custom-api', ['removed', 'perhaps-removed']);
