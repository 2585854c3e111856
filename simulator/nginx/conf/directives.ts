/**
 * Every directive of nginx 1.22.1's built-in modules (Debian's build), one a line, under its module,
 * in the order in which nginx looks them up:
 *
 *     name contexts arguments[{] kind [!extra check] [>replacement of an obsolete one]
 *
 * contexts: M main, E events, h http, s server, l location, u upstream, I if in server,
 * i if in location, x limit_except, * any. arguments: the numbers allowed, `n+` at least n,
 * f exactly one (on or off); `{` opens a block. kind: a generic value, or `@` and the directive's own setter.
 */
export const DIRECTIVES = `
= core
daemon M f flag
master_process M f flag
timer_resolution M 1 msec
pid M 1 str
lock_file M 1 str
worker_processes M 1 @set_worker_processes
debug_points M 1 enum:stop|abort
user M 12 @set_user
worker_priority M 1 @set_priority
worker_cpu_affinity M 1+ @set_cpu_affinity
worker_rlimit_nofile M 1 num
worker_rlimit_core M 1 off
worker_shutdown_timeout M 1 msec
working_directory M 1 str
env M 1 @set_env
load_module M 1 @load_module
= errlog
error_log M 1+ @error_log
= conf
include * 1 @conf_include
= openssl
ssl_engine M 1 @openssl_engine
= regex
pcre_jit M f flag !pcre_jit
= events
events M 0{ @events_block
= event_core
worker_connections E 1 @event_connections
use E 1 @event_use
multi_accept E f flag
accept_mutex E f flag
accept_mutex_delay E 1 msec
debug_connection E 1 @event_debug_connection
= epoll
epoll_events E 1 num
worker_aio_requests E 1 num
= thread_pool
thread_pool M 23 @thread_pool
= http
http M 0{ @block
= http_core
variables_hash_max_size h 1 num
variables_hash_bucket_size h 1 num
server_names_hash_max_size h 1 num
server_names_hash_bucket_size h 1 num
server h 0{ @core_server
connection_pool_size hs 1 size !pool_size
request_pool_size hs 1 size !pool_size
client_header_timeout hs 1 msec
client_header_buffer_size hs 1 size
large_client_header_buffers hs 2 bufs
ignore_invalid_headers hs f flag
merge_slashes hs f flag
underscores_in_headers hs f flag
location sl 12{ @core_location
listen s 1+ @core_listen
server_name s 1+ @core_server_name
types_hash_max_size hsl 1 num
types_hash_bucket_size hsl 1 num
types hsl 0{ @core_types
default_type hsl 1 str
root hsli 1 @core_root
alias l 1 @core_root
limit_except l 1+{ @core_limit_except
client_max_body_size hsl 1 off
client_body_buffer_size hsl 1 size
client_body_timeout hsl 1 msec
client_body_temp_path hsl 1234 path
client_body_in_file_only hsl 1 enum:off|on|clean
client_body_in_single_buffer hsl f flag
sendfile hsli f flag
sendfile_max_chunk hsl 1 size
subrequest_output_buffer_size hsl 1 size
aio hsl 1 @core_set_aio
aio_write hsl f flag
read_ahead hsl 1 size
directio hsl 1 @core_directio
directio_alignment hsl 1 off
tcp_nopush hsl f flag
tcp_nodelay hsl f flag
send_timeout hsl 1 msec
send_lowat hsl 1 size !lowat
postpone_output hsl 1 size
limit_rate hsli 1 complex_size
limit_rate_after hsli 1 complex_size
keepalive_time hsl 1 msec
keepalive_timeout hsl 12 @core_keepalive
keepalive_requests hsl 1 num
keepalive_disable hsl 12 bitmask:none|msie6|safari
satisfy hsl 1 enum:all|any
auth_delay hsl 1 msec
internal l 0 @core_internal
lingering_close hsl 1 enum:off|on|always
lingering_time hsl 1 msec
lingering_timeout hsl 1 msec
reset_timedout_connection hsl f flag
absolute_redirect hsl f flag
server_name_in_redirect hsl f flag
port_in_redirect hsl f flag
msie_padding hsl f flag
msie_refresh hsl f flag
log_not_found hsl f flag
log_subrequest hsl f flag
recursive_error_pages hsl f flag
server_tokens hsl 1 enum:off|on|build
if_modified_since hsl 1 enum:off|exact|before
max_ranges hsl 1 num
chunked_transfer_encoding hsl f flag
etag hsl f flag
error_page hsli 2+ @core_error_page
post_action hsli 1 str
error_log hsl 1+ @core_error_log
open_file_cache hsl 12 @core_open_file_cache
open_file_cache_valid hsl 1 sec
open_file_cache_min_uses hsl 1 num
open_file_cache_errors hsl f flag
open_file_cache_events hsl f flag
resolver hsl 1+ @core_resolver
resolver_timeout hsl 1 msec
gzip_vary hsl f flag
gzip_http_version hsl 1 enum:1.0|1.1
gzip_proxied hsl 1+ bitmask:off|expired|no-cache|no-store|private|no_last_modified|no_etag|auth|any
gzip_disable hsl 1+ @gzip_disable
disable_symlinks hsl 12 @disable_symlinks
= http_log
log_format h 2+ @log_set_format
access_log hslix 1+ @log_set_log
open_log_file_cache hsl 1234 @log_open_file_cache
= http_header_count
max_headers hs 1 num
= http_upstream
upstream h 1{ @upstream
server u 1+ @upstream_server
= http_v2
http2_recv_buffer_size h 1 size !v2_recv_buffer_size
http2_pool_size hs 1 size !v2_pool_size
http2_max_concurrent_streams hs 1 num
http2_max_concurrent_pushes hs 1 num
http2_max_requests hs 1 @v2_obsolete >keepalive_requests
http2_max_field_size hs 1 @v2_obsolete >large_client_header_buffers
http2_max_header_size hs 1 @v2_obsolete >large_client_header_buffers
http2_body_preread_size hs 1 size !v2_preread_size
http2_streams_index_size hs 1 num !v2_streams_index_mask
http2_recv_timeout hs 1 @v2_obsolete >client_header_timeout
http2_idle_timeout hs 1 @v2_obsolete >keepalive_timeout
http2_chunk_size hsl 1 size !v2_chunk_size
http2_push_preload hsl f flag
http2_push hsl 1 @v2_push
= http_gzip_static
gzip_static hsl 1 enum:off|on|always
= http_dav
dav_methods hsl 1+ bitmask:off|put|delete|mkcol|copy|move
create_full_put_path hsl f flag
min_delete_depth hsl 1 num
dav_access hsl 123 access
= http_autoindex
autoindex hsl f flag
autoindex_format hsl 1 enum:html|json|jsonp|xml
autoindex_localtime hsl f flag
autoindex_exact_size hsl f flag
= http_index
index hsl 1+ @index_set_index
= http_random_index
random_index l f flag
= http_mirror
mirror hsl 1 @mirror
mirror_request_body hsl f flag
= http_try_files
try_files sl 2+ @try_files
= http_auth_request
auth_request hsl 1 @auth_request
auth_request_set hsl 2 @auth_request_set
= http_auth_basic
auth_basic hslx 1 complex
auth_basic_user_file hslx 1 @auth_basic_user_file
= http_access
allow hslx 1 @access_rule
deny hslx 1 @access_rule
= http_limit_conn
limit_conn_zone h 2 @limit_conn_zone
limit_conn hsl 2 @limit_conn
limit_conn_log_level hsl 1 enum:info|notice|warn|error
limit_conn_status hsl 1 num:400-599
limit_conn_dry_run hsl f flag
= http_limit_req
limit_req_zone h 3 @limit_req_zone
limit_req hsl 123 @limit_req
limit_req_log_level hsl 1 enum:info|notice|warn|error
limit_req_status hsl 1 num:400-599
limit_req_dry_run hsl f flag
= http_realip
set_real_ip_from hsl 1 @realip_from
real_ip_header hsl 1 @realip
real_ip_recursive hsl f flag
= http_geo
geo h 12{ @geo_block
= http_map
map h 2{ @map_block
map_hash_max_size h 1 num
map_hash_bucket_size h 1 num
= http_split_clients
split_clients h 2{ @split_clients
= http_referer
valid_referers sl 1+ @valid_referers
referer_hash_max_size sl 1 num
referer_hash_bucket_size sl 1 num
= http_rewrite
rewrite slIi 23 @rewrite
return slIi 12 @rewrite_return
break slIi 0 @rewrite_break
if sl 1+{ @if
set slIi 2 @rewrite_set
rewrite_log hslIi f flag
uninitialized_variable_warn hslIi f flag
= http_ssl
ssl hs f @ssl_enable >listen ... ssl
ssl_certificate hs 1 str_array
ssl_certificate_key hs 1 str_array
ssl_password_file hs 1 @ssl_password_file
ssl_dhparam hs 1 str
ssl_ecdh_curve hs 1 str
ssl_protocols hs 1+ bitmask:SSLv2|SSLv3|TLSv1|TLSv1.1|TLSv1.2|TLSv1.3
ssl_ciphers hs 1 str
ssl_buffer_size hs 1 size
ssl_verify_client hs 1 enum:off|on|optional|optional_no_ca
ssl_verify_depth hs 1 num
ssl_client_certificate hs 1 str
ssl_trusted_certificate hs 1 str
ssl_prefer_server_ciphers hs f flag
ssl_session_cache hs 12 @ssl_session_cache
ssl_session_tickets hs f flag
ssl_session_ticket_key hs 1 str_array
ssl_session_timeout hs 1 sec
ssl_crl hs 1 str
ssl_ocsp hs f enum:off|on|leaf
ssl_ocsp_responder hs 1 str
ssl_ocsp_cache hs 1 @ssl_ocsp_cache
ssl_stapling hs f flag
ssl_stapling_file hs 1 str
ssl_stapling_responder hs 1 str
ssl_stapling_verify hs f flag
ssl_early_data hs f flag
ssl_conf_command hs 2 keyval !ssl_conf_command
ssl_reject_handshake hs f flag
= http_proxy
proxy_pass lix 1 @proxy_pass
proxy_redirect hsl 12 @proxy_redirect
proxy_cookie_domain hsl 12 @proxy_cookie_domain
proxy_cookie_path hsl 12 @proxy_cookie_path
proxy_cookie_flags hsl 1234 @proxy_cookie_flags
proxy_store hsl 1 @upstream_store
proxy_store_access hsl 123 access
proxy_buffering hsl f flag
proxy_request_buffering hsl f flag
proxy_ignore_client_abort hsl f flag
proxy_bind hsl 12 bind
proxy_socket_keepalive hsl f flag
proxy_connect_timeout hsl 1 msec
proxy_send_timeout hsl 1 msec
proxy_send_lowat hsl 1 size !lowat
proxy_intercept_errors hsl f flag
proxy_set_header hsl 2 keyval
proxy_headers_hash_max_size hsl 1 num
proxy_headers_hash_bucket_size hsl 1 num
proxy_set_body hsl 1 str
proxy_method hsl 1 complex
proxy_pass_request_headers hsl f flag
proxy_pass_request_body hsl f flag
proxy_buffer_size hsl 1 size
proxy_read_timeout hsl 1 msec
proxy_buffers hsl 2 bufs
proxy_busy_buffers_size hsl 1 size
proxy_force_ranges hsl f flag
proxy_limit_rate hsl 1 size
proxy_cache hsl 1 @upstream_cache
proxy_cache_key hsl 1 @upstream_cache_key
proxy_cache_path h 2+ @cache_path
proxy_cache_bypass hsl 1+ predicate
proxy_no_cache hsl 1+ predicate
proxy_cache_valid hsl 1+ @cache_valid
proxy_cache_min_uses hsl 1 num
proxy_cache_max_range_offset hsl 1 off
proxy_cache_use_stale hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_502|http_503|http_504|http_403|http_404|http_429|updating|off
proxy_cache_methods hsl 1+ bitmask:GET|HEAD|POST
proxy_cache_lock hsl f flag
proxy_cache_lock_timeout hsl 1 msec
proxy_cache_lock_age hsl 1 msec
proxy_cache_revalidate hsl f flag
proxy_cache_convert_head hsl f flag
proxy_cache_background_update hsl f flag
proxy_temp_path hsl 1234 path
proxy_max_temp_file_size hsl 1 size
proxy_temp_file_write_size hsl 1 size
proxy_next_upstream hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_502|http_503|http_504|http_403|http_404|http_429|updating|off
proxy_next_upstream_tries hsl 1 num
proxy_next_upstream_timeout hsl 1 msec
proxy_pass_header hsl 1 str_array
proxy_hide_header hsl 1 str_array
proxy_ignore_headers hsl 1+ bitmask:X-Accel-Redirect|X-Accel-Expires|X-Accel-Limit-Rate|X-Accel-Buffering|X-Accel-Charset|Expires|Cache-Control|Set-Cookie|Vary
proxy_http_version hsl 1 enum:1.0|1.1
proxy_ssl_session_reuse hsl f flag
proxy_ssl_protocols hsl 1+ bitmask:SSLv2|SSLv3|TLSv1|TLSv1.1|TLSv1.2|TLSv1.3
proxy_ssl_ciphers hsl 1 str
proxy_ssl_name hsl 1 complex
proxy_ssl_server_name hsl f flag
proxy_ssl_verify hsl f flag
proxy_ssl_verify_depth hsl 1 num
proxy_ssl_trusted_certificate hsl 1 str
proxy_ssl_crl hsl 1 str
proxy_ssl_certificate hsl 1 complex_zero
proxy_ssl_certificate_key hsl 1 complex_zero
proxy_ssl_password_file hsl 1 @upstream_ssl_password_file
proxy_ssl_conf_command hsl 2 keyval !ssl_conf_command
= http_fastcgi
fastcgi_pass li 1 @fastcgi_pass
fastcgi_index hsl 1 str
fastcgi_split_path_info hsl 1 @fastcgi_split_path_info
fastcgi_store hsl 1 @upstream_store
fastcgi_store_access hsl 123 access
fastcgi_buffering hsl f flag
fastcgi_request_buffering hsl f flag
fastcgi_ignore_client_abort hsl f flag
fastcgi_bind hsl 12 bind
fastcgi_socket_keepalive hsl f flag
fastcgi_connect_timeout hsl 1 msec
fastcgi_send_timeout hsl 1 msec
fastcgi_send_lowat hsl 1 size !lowat
fastcgi_buffer_size hsl 1 size
fastcgi_pass_request_headers hsl f flag
fastcgi_pass_request_body hsl f flag
fastcgi_intercept_errors hsl f flag
fastcgi_read_timeout hsl 1 msec
fastcgi_buffers hsl 2 bufs
fastcgi_busy_buffers_size hsl 1 size
fastcgi_force_ranges hsl f flag
fastcgi_limit_rate hsl 1 size
fastcgi_cache hsl 1 @upstream_cache
fastcgi_cache_key hsl 1 @upstream_cache_key
fastcgi_cache_path h 2+ @cache_path
fastcgi_cache_bypass hsl 1+ predicate
fastcgi_no_cache hsl 1+ predicate
fastcgi_cache_valid hsl 1+ @cache_valid
fastcgi_cache_min_uses hsl 1 num
fastcgi_cache_max_range_offset hsl 1 off
fastcgi_cache_use_stale hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_503|http_403|http_404|http_429|updating|off
fastcgi_cache_methods hsl 1+ bitmask:GET|HEAD|POST
fastcgi_cache_lock hsl f flag
fastcgi_cache_lock_timeout hsl 1 msec
fastcgi_cache_lock_age hsl 1 msec
fastcgi_cache_revalidate hsl f flag
fastcgi_cache_background_update hsl f flag
fastcgi_temp_path hsl 1234 path
fastcgi_max_temp_file_size hsl 1 size
fastcgi_temp_file_write_size hsl 1 size
fastcgi_next_upstream hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_503|http_403|http_404|http_429|updating|off
fastcgi_next_upstream_tries hsl 1 num
fastcgi_next_upstream_timeout hsl 1 msec
fastcgi_param hsl 23 param
fastcgi_pass_header hsl 1 str_array
fastcgi_hide_header hsl 1 str_array
fastcgi_ignore_headers hsl 1+ bitmask:X-Accel-Redirect|X-Accel-Expires|X-Accel-Limit-Rate|X-Accel-Buffering|X-Accel-Charset|Expires|Cache-Control|Set-Cookie|Vary
fastcgi_catch_stderr hsl 1 str_array
fastcgi_keep_conn hsl f flag
= http_uwsgi
uwsgi_pass li 1 @uwsgi_pass
uwsgi_modifier1 hsl 1 num:0-255
uwsgi_modifier2 hsl 1 num:0-255
uwsgi_store hsl 1 @upstream_store
uwsgi_store_access hsl 123 access
uwsgi_buffering hsl f flag
uwsgi_request_buffering hsl f flag
uwsgi_ignore_client_abort hsl f flag
uwsgi_bind hsl 12 bind
uwsgi_socket_keepalive hsl f flag
uwsgi_connect_timeout hsl 1 msec
uwsgi_send_timeout hsl 1 msec
uwsgi_buffer_size hsl 1 size
uwsgi_pass_request_headers hsl f flag
uwsgi_pass_request_body hsl f flag
uwsgi_intercept_errors hsl f flag
uwsgi_read_timeout hsl 1 msec
uwsgi_buffers hsl 2 bufs
uwsgi_busy_buffers_size hsl 1 size
uwsgi_force_ranges hsl f flag
uwsgi_limit_rate hsl 1 size
uwsgi_cache hsl 1 @upstream_cache
uwsgi_cache_key hsl 1 @upstream_cache_key
uwsgi_cache_path h 2+ @cache_path
uwsgi_cache_bypass hsl 1+ predicate
uwsgi_no_cache hsl 1+ predicate
uwsgi_cache_valid hsl 1+ @cache_valid
uwsgi_cache_min_uses hsl 1 num
uwsgi_cache_max_range_offset hsl 1 off
uwsgi_cache_use_stale hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_503|http_403|http_404|http_429|updating|off
uwsgi_cache_methods hsl 1+ bitmask:GET|HEAD|POST
uwsgi_cache_lock hsl f flag
uwsgi_cache_lock_timeout hsl 1 msec
uwsgi_cache_lock_age hsl 1 msec
uwsgi_cache_revalidate hsl f flag
uwsgi_cache_background_update hsl 1 flag
uwsgi_temp_path hsl 1234 path
uwsgi_max_temp_file_size hsl 1 size
uwsgi_temp_file_write_size hsl 1 size
uwsgi_next_upstream hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_503|http_403|http_404|http_429|updating|off
uwsgi_next_upstream_tries hsl 1 num
uwsgi_next_upstream_timeout hsl 1 msec
uwsgi_param hsl 23 param
uwsgi_string hsl 1 str
uwsgi_pass_header hsl 1 str_array
uwsgi_hide_header hsl 1 str_array
uwsgi_ignore_headers hsl 1+ bitmask:X-Accel-Redirect|X-Accel-Expires|X-Accel-Limit-Rate|X-Accel-Buffering|X-Accel-Charset|Expires|Cache-Control|Set-Cookie|Vary
uwsgi_ssl_session_reuse hsl f flag
uwsgi_ssl_protocols hsl 1+ bitmask:SSLv2|SSLv3|TLSv1|TLSv1.1|TLSv1.2|TLSv1.3
uwsgi_ssl_ciphers hsl 1 str
uwsgi_ssl_name hsl 1 complex
uwsgi_ssl_server_name hsl f flag
uwsgi_ssl_verify hsl f flag
uwsgi_ssl_verify_depth hsl 1 num
uwsgi_ssl_trusted_certificate hsl 1 str
uwsgi_ssl_crl hsl 1 str
uwsgi_ssl_certificate hsl 1 complex_zero
uwsgi_ssl_certificate_key hsl 1 complex_zero
uwsgi_ssl_password_file hsl 1 @upstream_ssl_password_file
uwsgi_ssl_conf_command hsl 2 keyval !ssl_conf_command
= http_scgi
scgi_pass li 1 @scgi_pass
scgi_store hsl 1 @upstream_store
scgi_store_access hsl 123 access
scgi_buffering hsl f flag
scgi_request_buffering hsl f flag
scgi_ignore_client_abort hsl f flag
scgi_bind hsl 12 bind
scgi_socket_keepalive hsl f flag
scgi_connect_timeout hsl 1 msec
scgi_send_timeout hsl 1 msec
scgi_buffer_size hsl 1 size
scgi_pass_request_headers hsl f flag
scgi_pass_request_body hsl f flag
scgi_intercept_errors hsl f flag
scgi_read_timeout hsl 1 msec
scgi_buffers hsl 2 bufs
scgi_busy_buffers_size hsl 1 size
scgi_force_ranges hsl f flag
scgi_limit_rate hsl 1 size
scgi_cache hsl 1 @upstream_cache
scgi_cache_key hsl 1 @upstream_cache_key
scgi_cache_path h 2+ @cache_path
scgi_cache_bypass hsl 1+ predicate
scgi_no_cache hsl 1+ predicate
scgi_cache_valid hsl 1+ @cache_valid
scgi_cache_min_uses hsl 1 num
scgi_cache_max_range_offset hsl 1 off
scgi_cache_use_stale hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_503|http_403|http_404|http_429|updating|off
scgi_cache_methods hsl 1+ bitmask:GET|HEAD|POST
scgi_cache_lock hsl f flag
scgi_cache_lock_timeout hsl 1 msec
scgi_cache_lock_age hsl 1 msec
scgi_cache_revalidate hsl f flag
scgi_cache_background_update hsl f flag
scgi_temp_path hsl 1234 path
scgi_max_temp_file_size hsl 1 size
scgi_temp_file_write_size hsl 1 size
scgi_next_upstream hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_503|http_403|http_404|http_429|updating|off
scgi_next_upstream_tries hsl 1 num
scgi_next_upstream_timeout hsl 1 msec
scgi_param hsl 23 param
scgi_pass_header hsl 1 str_array
scgi_hide_header hsl 1 str_array
scgi_ignore_headers hsl 1+ bitmask:X-Accel-Redirect|X-Accel-Expires|X-Accel-Limit-Rate|X-Accel-Buffering|X-Accel-Charset|Expires|Cache-Control|Set-Cookie|Vary
= http_grpc
grpc_pass li 1 @grpc_pass
grpc_bind hsl 12 bind
grpc_socket_keepalive hsl f flag
grpc_connect_timeout hsl 1 msec
grpc_send_timeout hsl 1 msec
grpc_intercept_errors hsl f flag
grpc_buffer_size hsl 1 size
grpc_read_timeout hsl 1 msec
grpc_next_upstream hsl 1+ bitmask:error|timeout|invalid_header|non_idempotent|http_500|http_502|http_503|http_504|http_403|http_404|http_429|off
grpc_next_upstream_tries hsl 1 num
grpc_next_upstream_timeout hsl 1 msec
grpc_set_header hsl 2 keyval
grpc_pass_header hsl 1 str_array
grpc_hide_header hsl 1 str_array
grpc_ignore_headers hsl 1+ bitmask:X-Accel-Redirect|X-Accel-Expires|X-Accel-Limit-Rate|X-Accel-Buffering|X-Accel-Charset|Expires|Cache-Control|Set-Cookie|Vary
grpc_ssl_session_reuse hsl f flag
grpc_ssl_protocols hsl 1+ bitmask:SSLv2|SSLv3|TLSv1|TLSv1.1|TLSv1.2|TLSv1.3
grpc_ssl_ciphers hsl 1 str
grpc_ssl_name hsl 1 complex
grpc_ssl_server_name hsl f flag
grpc_ssl_verify hsl f flag
grpc_ssl_verify_depth hsl 1 num
grpc_ssl_trusted_certificate hsl 1 str
grpc_ssl_crl hsl 1 str
grpc_ssl_certificate hsl 1 complex_zero
grpc_ssl_certificate_key hsl 1 complex_zero
grpc_ssl_password_file hsl 1 @upstream_ssl_password_file
grpc_ssl_conf_command hsl 2 keyval !ssl_conf_command
= http_memcached
memcached_pass li 1 @memcached_pass
memcached_bind hsl 12 bind
memcached_socket_keepalive hsl f flag
memcached_connect_timeout hsl 1 msec
memcached_send_timeout hsl 1 msec
memcached_buffer_size hsl 1 size
memcached_read_timeout hsl 1 msec
memcached_next_upstream hsl 1+ bitmask:error|timeout|invalid_response|not_found|off
memcached_next_upstream_tries hsl 1 num
memcached_next_upstream_timeout hsl 1 msec
memcached_gzip_flag hsl 1 num
= http_empty_gif
empty_gif l 0 @empty_gif
= http_browser
modern_browser hsl 12 @modern_browser
ancient_browser hsl 1+ @ancient_browser
modern_browser_value hsl 1 @modern_browser_value
ancient_browser_value hsl 1 @ancient_browser_value
= http_secure_link
secure_link hsl 1 complex
secure_link_md5 hsl 1 complex
secure_link_secret hsl 1 str
= http_flv
flv l 0 @flv
= http_mp4
mp4 l 0 @mp4
mp4_buffer_size hsl 1 size
mp4_max_buffer_size hsl 1 size
mp4_start_key_frame hsl f flag
= http_upstream_hash
hash u 12 @upstream_hash
= http_upstream_ip_hash
ip_hash u 0 @upstream_ip_hash
= http_upstream_least_conn
least_conn u 0 @upstream_least_conn
= http_upstream_random
random u 012 @upstream_random
= http_upstream_keepalive
keepalive u 1 @upstream_keepalive
keepalive_time u 1 msec
keepalive_timeout u 1 msec
keepalive_requests u 1 num
= http_upstream_zone
zone u 12 @upstream_zone
= http_stub_status
stub_status sl 01 @set_stub_status
= http_gzip_filter
gzip hsli f flag
gzip_buffers hsl 2 bufs
gzip_types hsl 1+ types
gzip_comp_level hsl 1 num:1-9
gzip_window hsl 1 size !gzip_window
gzip_hash hsl 1 size !gzip_hash
postpone_gzipping hsl 1 size
gzip_no_buffer hsl f flag
gzip_min_length hsl 1 size
= http_ssi_filter
ssi hsli f flag
ssi_silent_errors hsl f flag
ssi_ignore_recycled_buffers hsl f flag
ssi_min_file_chunk hsl 1 size
ssi_value_length hsl 1 size
ssi_types hsl 1+ types
ssi_last_modified hsl f flag
= http_charset_filter
charset hsli 1 @set_charset_slot
source_charset hsli 1 @set_charset_slot
override_charset hsli f flag
charset_types hsl 1+ types
charset_map h 2{ @charset_map_block
= http_sub_filter
sub_filter hsl 2 @sub_filter
sub_filter_types hsl 1+ types
sub_filter_once hsl f flag
sub_filter_last_modified hsl f flag
= http_addition_filter
add_before_body hsl 1 str
add_after_body hsl 1 str
addition_types hsl 1+ types
= http_gunzip_filter
gunzip hsl f flag
gunzip_buffers hsl 2 bufs
= http_userid_filter
userid hsl 1 enum:off|log|v1|on
userid_service hsl 1 num
userid_name hsl 1 str
userid_domain hsl 1 str !userid_domain
userid_path hsl 1 str !userid_path
userid_expires hsl 1 @userid_expires
userid_flags hsl 123 bitmask:off|secure|httponly|samesite=strict|samesite=lax|samesite=none
userid_p3p hsl 1 str !userid_p3p
userid_mark hsl 1 @userid_mark
= http_headers_filter
expires hsli 12 @headers_expires
add_header hsli 23 @headers_add
add_trailer hsli 23 @headers_add
= http_copy_filter
output_buffers hsl 2 bufs
= http_slice_filter
slice hsl 1 size`;
