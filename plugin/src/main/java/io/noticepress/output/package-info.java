/** The site on disk: writes what changed, removes what is left over, remembers what each file was made from. */
package io.noticepress.output;
