/** Every page there shall be: its address, and the fingerprint of all it is made from. */
package io.noticepress.plan;
