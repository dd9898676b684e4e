import { mergeInternalComponents } from '@tarojs/shared'
import ariaAttributes from './aria-attributes.json'

// The templates name properties by their place in this list (p0, p1, …), so the runtime must know the very same list.
mergeInternalComponents(ariaAttributes)
