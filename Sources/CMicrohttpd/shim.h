#include <microhttpd.h>

/* Swift can not call variadic functions: every one that the transport needs stands here once. */

/* The application decodes the raw target itself, exactly once. */
static inline size_t tenon_mhd_keep_escapes (
  void *cls, struct MHD_Connection *connection, char *text)
{
  size_t length = 0;
  (void) cls;
  (void) connection;
  while (0 != text[length])
    length++;
  return length;
}

/* Starts a daemon on a listening socket: epoll, a pool of `threads`, suspend and resume allowed. */
static inline struct MHD_Daemon *tenon_mhd_start (
  int listener, unsigned int threads, size_t pool_bytes, unsigned int connections, void *context,
  MHD_AccessHandlerCallback handle, MHD_RequestCompletedCallback completed,
  MHD_NotifyConnectionCallback connection_changed,
  void *(*begin) (void *, const char *, struct MHD_Connection *))
{
  return MHD_start_daemon (
    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
    handle, context,
    MHD_OPTION_LISTEN_SOCKET, listener,
    MHD_OPTION_THREAD_POOL_SIZE, threads,
    MHD_OPTION_CONNECTION_MEMORY_LIMIT, pool_bytes,
    MHD_OPTION_CONNECTION_LIMIT, connections,
    MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
    MHD_OPTION_NOTIFY_COMPLETED, completed, context,
    MHD_OPTION_NOTIFY_CONNECTION, connection_changed, context,
    MHD_OPTION_URI_LOG_CALLBACK, begin, context,
    MHD_OPTION_UNESCAPE_CALLBACK, tenon_mhd_keep_escapes, NULL,
    MHD_OPTION_END);
}

static inline void *tenon_mhd_socket_context (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return NULL == info ? NULL : info->socket_context;
}

/* The bytes of a request from its method to the empty line; 0 before that line. */
static inline size_t tenon_mhd_head_size (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return NULL == info ? 0 : info->header_size;
}

static inline int tenon_mhd_socket (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return NULL == info ? -1 : info->connect_fd;
}

static inline const struct sockaddr *tenon_mhd_peer (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info
    = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return NULL == info ? NULL : info->client_addr;
}
