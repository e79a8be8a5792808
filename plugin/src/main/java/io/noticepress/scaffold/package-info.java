/** New notices: asks for what is missing and writes the files. */
package io.noticepress.scaffold;
