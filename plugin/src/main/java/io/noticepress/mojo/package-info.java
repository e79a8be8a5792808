/** The doors: Maven parameters in, report out. */
package io.noticepress.mojo;
