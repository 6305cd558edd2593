// The element for a script tag: whoever puts the tag into a page wants the element, so this one defines it at once.

import { defineElement } from "./inline-element.js";

defineElement();
