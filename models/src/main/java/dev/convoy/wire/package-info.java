/** The wire forms of all messages: flat JSON for what people read, protobuf for models. */
package dev.convoy.wire;
