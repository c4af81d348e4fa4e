web-sensitive-title = 只给您看
web-sensitive-text = 这里有别人的私事。看的人和时间会记下来。
web-sensitive-show = 我要看
web-error-link-over = 这个链接过期了，请回到聊天里再要一次。
attachment-unreadable = 这张图片的格式我收不了，请截个屏再发。
sensitive-no-link = 这条内容不方便在这里显示，请打服务台电话问。
sensitive-no-link-urgent = 紧急！内容不方便在这里显示，请马上打服务台电话。
