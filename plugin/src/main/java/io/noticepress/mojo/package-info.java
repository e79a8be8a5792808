/** Maven goals: parameters in, exit status out. */
package io.noticepress.mojo;
