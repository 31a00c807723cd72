/** A custom resource in a version that its component, or its own definition, calls deprecated. */
import { customRule } from '../ecosystem/rule';

export default customRule('deprecated-custom-api', ['deprecated', 'perhaps-deprecated']);
