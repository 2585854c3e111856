/** In place of documentation that nobody asks for. */
export default [];
