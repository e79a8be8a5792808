/** The editors' files: facts held in memory, bodies read on demand, links and numbers checked across notices. */
package io.noticepress.content;
